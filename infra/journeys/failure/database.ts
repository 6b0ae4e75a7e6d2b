import postgres from 'postgres'
import { readStack } from '../support/stack.ts'

/** What the database holds of the customers of one fault. */
export interface Books {
  /** Inbound messages that are recorded, and where. */
  recorded: Map<string, string>
  /** What named an inbound message: the answer, or the event of a hand-over, or this and the words that told of it. */
  named: Map<string, string[]>
  /** What the assistant did with an inbound message: `answered`, `handed_over`, `left` to a person for good. */
  outcomes: Map<string, string>
  /** Outgoing messages and their state. */
  outgoing: Map<string, { conversation: string; status: string }>
  /** The pieces that an outgoing message is sent in. */
  parts: { message: string; number: number; body: string }[]
  /** Conversations that somebody else than the assistant leads. */
  ledByOthers: Set<string>
  /** What is still to be done, in words. */
  unfinished: string[]
}

type Row = Record<string, any>

/** Reads as the owner, whom the tenants' policies do not bind. */
export class Database {
  private readonly sql: postgres.Sql

  constructor() {
    const { url, user, password } = readStack().postgres
    this.sql = postgres(url, {
      user,
      password,
      max: 1,
      idle_timeout: 5,
      connect_timeout: 5,
      onnotice: () => {},
      connection: { statement_timeout: 10_000, application_name: 'faults' },
    })
  }

  async close() {
    await this.sql.end({ timeout: 1 })
  }

  /** How many outgoing messages of this time are neither on a phone nor refused, as far as the business is told. */
  async untold(from: Date, to: Date, statuses = ['queued', 'delayed', 'accepted', 'sent']): Promise<number> {
    const [row] = await this.sql`
      select count(*)::int as count from conversation.message
      where direction = 'outbound' and status = any(${statuses}) and at between ${from} and ${to}`
    return row!.count
  }

  /** @param inbound the ids under which what the phones sent must stand */
  async read(inbound: string[]): Promise<Books> {
    const sql = this.sql
    const recorded = toMap(
      await sql`select id, conversation from conversation.message where id = any(${inbound}::uuid[])`,
      (row) => [row.id, row.conversation],
    )
    const conversations = [...new Set(recorded.values())]
    const named = new Map<string, string[]>()
    for (const row of await sql`select message, by from conversation.answered where message = any(${inbound}::uuid[])`) {
      named.set(row.message, [...(named.get(row.message) ?? []), row.by])
    }
    const outcomes = await sql`
      select message, outcome from ai_router.heard
      where message = any(${inbound}::uuid[]) and outcome is not null`
    const outgoing = await sql`
      select id, conversation, status from conversation.message
      where conversation = any(${conversations}::uuid[]) and direction = 'outbound'`
    const parts = await sql`
      select p.message, p.number, p.body from notification.part p
      join notification.message m on m.tenant = p.tenant and m.id = p.message
      where m.conversation = any(${conversations}::uuid[])`
    const others = await sql`
      select id from conversation.conversation
      where id = any(${conversations}::uuid[]) and leader <> 'assistant'`
    return {
      recorded,
      named,
      outcomes: toMap(outcomes, (row) => [row.message, row.outcome]),
      outgoing: toMap(outgoing, (row) => [row.id, { conversation: row.conversation, status: row.status }]),
      parts: parts.map((it) => ({ message: it.message, number: it.number, body: it.body })),
      ledByOthers: new Set(others.map((it) => it.id)),
      unfinished: await this.unfinished(conversations),
    }
  }

  private async unfinished(conversations: string[]): Promise<string[]> {
    const [row] = await this.sql`
      select (select count(*) from conversation.outbox) + (select count(*) from ai_router.outbox)
               + (select count(*) from notification.outbox) as outbox,
             (select count(*) from notification.message
              where conversation = any(${conversations}::uuid[]) and not settled) as unsettled,
             (select count(*) from notification.attempt
              where conversation = any(${conversations}::uuid[]) and state = 'unresolved') as unresolved`
    return [
      [row!.outbox, 'events wait in an outbox'],
      [row!.unsettled, 'messages are not settled'],
      [row!.unresolved, 'calls to Twilio have no known outcome'],
    ]
      .filter(([count]) => Number(count) > 0)
      .map(([count, words]) => `${count} ${words}`)
  }
}

function toMap<V>(rows: Iterable<Row>, entry: (row: Row) => [string, V]): Map<string, V> {
  return new Map([...rows].map(entry))
}
