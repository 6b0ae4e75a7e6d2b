import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import postgres from 'postgres'
import { HOME, readStack } from './stack.ts'

const SCHEMAS = ['conversation', 'ai_router', 'notification']

/** What is kept of an erased customer on purpose: that nothing older of this conversation may be heard again. */
const KEPT = new Set(['ai_router.erased_conversation', 'notification.erased_conversation'])

/** Everything that a customer may have left behind, in every table of every service and in every file. */
export class Traces {
  private readonly sql: postgres.Sql

  constructor() {
    const { url, user, password } = readStack().postgres
    // As the owner, whom the tenants' policies do not bind.
    this.sql = postgres(url, { user, password, max: 1, onnotice: () => {} })
  }

  async close(): Promise<void> {
    await this.sql.end({ timeout: 1 })
  }

  /** The tables in which one of these words stands, as `schema.table`. */
  async tablesWith(words: string[]): Promise<string[]> {
    const tables = await this.sql`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema = any(${SCHEMAS}) and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'`
    const patterns = words.map((it) => `%${it}%`)
    const found: string[] = []
    for (const { schema, name } of tables as unknown as { schema: string; name: string }[]) {
      const sql = this.sql
      const text = name === 'outbox' ? sql`convert_from(payload, 'UTF8')` : sql`t::text`
      const [row] = await sql`
        select exists (select from ${sql(schema)}.${sql(name)} t where ${text} ilike any(${patterns})) as found`
      if (row!.found) found.push(`${schema}.${name}`)
    }
    return found.filter((it) => !KEPT.has(it)).sort()
  }

  /** The ids of what was said in a conversation. */
  async messagesOf(conversation: string): Promise<string[]> {
    const rows = await this.sql`select id from conversation.message where conversation = ${conversation}`
    return rows.map((row) => row.id as string)
  }

  /** Files that came with these messages. */
  filesOf(messages: string[]): string[] {
    const folder = resolve(HOME, 'objects')
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter((path) => messages.some((it) => path.includes(it)))
  }

  /** As if nobody had ever handled these messages: what Twilio lists of them is brought again. */
  async forgetThatTheyCame(messages: string[]): Promise<void> {
    await this.sql`delete from notification.received where message = any(${messages}::uuid[])`
    for (const schema of SCHEMAS) {
      await this.sql`delete from ${this.sql(schema)}.inbox where event_id = any(${messages}::uuid[])`
    }
  }

  /** As if notification-service did not know of the erasure, so that it hands on what it finds. */
  async forgetThatSendingForgot(conversation: string): Promise<void> {
    await this.sql`delete from notification.erased_conversation where conversation = ${conversation}`
  }
}
