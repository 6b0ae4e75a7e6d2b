import type { Books, Database } from './database.ts'
import { readDeliveries, written } from './judge.ts'
import type { Ledger } from './ledger.ts'
import { pause } from './wait.ts'
import { mayPass, type Workspace } from './workspace.ts'

export interface Settled {
  books: Books
  /** When nothing was left to be done, or undefined. */
  at: number | undefined
  /** What was still to be done when patience ended. */
  pending: string[]
}

/** Done and still done a moment later. */
const QUIET_MS = 2_000
const TELL_EVERY_MS = 5_000

/**
 * Waits until all is done: each message of a customer recorded and named or left to a person, each outgoing one on its phone,
 * nothing waiting anywhere. Where a person had to be asked for, that person hands back, so that every message still gets
 * its answer.
 */
export async function settle(
  scene: { ledger: Ledger; database: Database; workspace: Workspace; accountSid: string; phones: Set<string> },
  patienceMs: number,
  log: (words: string) => void,
): Promise<Settled> {
  const deadline = Date.now() + patienceMs
  let doneSince: number | undefined
  let toldAt = Date.now()
  for (;;) {
    const { books, pending } = await look(scene)
    if (books && pending.length === 0 && books.ledByOthers.size > 0) {
      log(`${books.ledByOthers.size} customers wait for a person, who hands back`)
      await handBack(scene.workspace, books.ledByOthers)
      doneSince = undefined
    } else if (books && pending.length === 0) {
      doneSince ??= Date.now()
      if (Date.now() - doneSince >= QUIET_MS) return { books, at: doneSince, pending }
    } else {
      doneSince = undefined
    }
    if (pending.length > 0 && Date.now() - toldAt > TELL_EVERY_MS) {
      log(`waiting: ${pending.join(', ')}`)
      toldAt = Date.now()
    }
    if (Date.now() > deadline) {
      if (!books) throw new Error(`the database cannot be read: ${pending.join()}`)
      return { books, at: undefined, pending }
    }
    await pause(500)
  }
}

async function look(scene: Parameters<typeof settle>[0]): Promise<{ books: Books | undefined; pending: string[] }> {
  try {
    const lines = await scene.ledger.readOn()
    const sent = written({ ...scene, ledger: lines })
    const books = await scene.database.read(sent.map((it) => it.id))
    const named = (id: string) => books.named.has(id) || books.outcomes.get(id) === 'left'
    const waits = (id: string) => books.ledByOthers.has(books.recorded.get(id) ?? '')
    const counts: [number, string][] = [
      [sent.filter((it) => !books.recorded.has(it.id)).length, 'messages are not recorded'],
      [
        sent.filter((it) => books.recorded.has(it.id) && !named(it.id) && !waits(it.id)).length,
        'messages are neither answered nor handed over',
      ],
      [underWay(books, readDeliveries({ ...scene, ledger: lines })), 'outgoing messages are under way'],
    ]
    const pending = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
    return { books, pending: [...pending, ...books.unfinished] }
  } catch (problem) {
    // The database may be what was struck.
    return { books: undefined, pending: [String(problem)] }
  }
}

/**
 * What the phone does not have yet, and what nobody was asked to send. Not by the status that a callback brings: Twilio gives
 * up a callback too, and nobody repeats it.
 */
function underWay(books: Books, deliveries: ReturnType<typeof readDeliveries>): number {
  const received = new Set<string>()
  for (const it of deliveries.values()) if (it.received.length > 0) received.add(`${it.message} ${it.part}`)
  const asked = new Set(books.parts.map((it) => it.message))
  const missing = new Set(
    books.parts.filter((it) => !received.has(`${it.message} ${it.number}`)).map((it) => it.message),
  )
  return [...books.outgoing].filter(([id, { status }]) => status !== 'refused' && (!asked.has(id) || missing.has(id)))
    .length
}

/** The person who was asked for lets the assistant go on. */
export async function handBack(workspace: Workspace, conversations: Iterable<string>): Promise<void> {
  for (const id of conversations) {
    try {
      await workspace.post(`/api/conversations/${id}/handback`)
    } catch (problem) {
      if (!mayPass(problem)) throw problem
    }
  }
}
