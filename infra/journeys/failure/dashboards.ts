import { isDeepStrictEqual } from 'node:util'
import { readStack } from '../support/stack.ts'
import { instances } from './processes.ts'
import { each, pause } from './wait.ts'
import { mayPass, Refused, type Conversation, type Message, type Workspace } from './workspace.ts'

interface Envelope {
  type: string
  data: { conversation: unknown; message?: Message }
}

/** What a screen shows: each conversation and message in the newest version that it was told of. */
export class Screen {
  readonly conversations = new Map<string, Conversation>()
  readonly messages = new Map<string, Message>()
  /** Is told at once of each conversation that is shown anew. */
  watch: (conversation: Conversation) => void = () => {}

  fold({ type, data }: Envelope) {
    if (type === 'ConversationChanged') this.foldConversation(data.conversation as Conversation)
    if (type === 'MessageChanged') this.foldMessage(data.message!)
  }

  foldConversation(told: Conversation) {
    if (told.version <= (this.conversations.get(told.id)?.version ?? -1)) return
    this.conversations.set(told.id, told)
    this.watch(told)
  }

  foldMessage(told: Message) {
    if (told.version > (this.messages.get(told.id)?.version ?? -1)) this.messages.set(told.id, told)
  }

  ledByOthers(): string[] {
    return [...this.conversations.values()].filter((it) => it.leader.kind !== 'assistant').map((it) => it.id)
  }

  /** In words, where this screen shows another thing than the database. */
  differences(truth: Screen): string[] {
    return [
      ...differing('conversation', this.conversations, truth.conversations),
      ...differing('message', this.messages, truth.messages),
    ]
  }
}

function differing<T extends object>(what: string, shown: Map<string, T>, truth: Map<string, T>): string[] {
  const found: string[] = []
  for (const [id, right] of truth) {
    const left = shown.get(id)
    if (!left) found.push(`${what} ${id} is not shown`)
    else {
      const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])] as (keyof T)[]
      const other = fields.filter((it) => !isDeepStrictEqual(left[it], right[it]))
      if (other.length > 0) {
        const words = other.map((it) => `${String(it)} ${JSON.stringify(left[it])} ≠ ${JSON.stringify(right[it])}`)
        found.push(`${what} ${id} shows another ${words.join(', ').slice(0, 600)}`)
      }
    }
  }
  return found
}

/** What REST says, as a screen that was opened just now would show it. What is not recorded yet is not shown yet. */
export async function readScreen(workspace: Workspace, conversations: Iterable<string>): Promise<Screen> {
  const screen = new Screen()
  await each([...conversations], 4, async (id) => {
    try {
      screen.foldConversation(await workspace.get<Conversation>(`/api/conversations/${id}`))
      for (const message of await workspace.transcript(id)) screen.foldMessage(message)
    } catch (problem) {
      if (!(problem instanceof Refused && problem.status === 404)) throw problem
    }
  })
  return screen
}

/**
 * An open dashboard. It folds what it is told while things break, connects again where it left off, and reads everything
 * anew only when it is told to (`resync`, 410), as the React app does.
 */
export abstract class Dashboard {
  readonly screen = new Screen()
  resyncs = 0
  protected closed = false
  private running: Promise<void> = Promise.resolve()
  private opened: () => void = () => {}
  /** Done once the first change would be seen. */
  readonly open = new Promise<void>((done) => (this.opened = done))

  constructor(
    readonly name: string,
    protected readonly workspace: Workspace,
    /** What to read again after a resync. */
    private readonly conversations: () => Iterable<string>,
  ) {}

  start(): this {
    this.running = this.keepOpen()
    return this
  }

  async close(): Promise<void> {
    this.closed = true
    this.hangUp()
    await this.running
  }

  protected abstract follow(opened: () => void): Promise<void>
  protected abstract hangUp(): void

  private async keepOpen() {
    while (!this.closed) {
      try {
        await this.follow(this.opened)
      } catch (problem) {
        if (!this.closed && !mayPass(problem)) throw problem
      }
      if (!this.closed) await pause(300)
    }
  }

  protected async readAnew() {
    this.resyncs++
    const { conversations, messages } = await readScreen(this.workspace, this.conversations())
    for (const it of conversations.values()) this.screen.foldConversation(it)
    for (const it of messages.values()) this.screen.foldMessage(it)
  }
}

/** By server-sent events. */
export class Streaming extends Dashboard {
  private lastId: string | undefined
  private hasOpened = false
  private abort = new AbortController()

  protected async follow(opened: () => void) {
    const hasNothingToResumeFrom = this.hasOpened && !this.lastId
    this.abort = new AbortController()
    const response = await fetch(`${readStack().publicUrl}/api/events`, {
      headers: {
        ...(await this.workspace.headers()),
        Accept: 'text/event-stream',
        ...(this.lastId && { 'Last-Event-ID': this.lastId }),
      },
      signal: this.abort.signal,
    })
    if (!response.ok) throw new Refused('/api/events', response.status, await response.text())
    this.hasOpened = true
    opened()
    // A stream that was cut before it said an id: what happened since would be missed, so the React app asks for all again.
    if (hasNothingToResumeFrom) await this.readAnew()
    const decoder = new TextDecoder()
    let buffer = ''
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      buffer += decoder.decode(chunk, { stream: true })
      const events = buffer.split(/\r?\n\r?\n/)
      buffer = events.pop()!
      for (const event of events) await this.hear(event)
    }
  }

  protected hangUp() {
    this.abort.abort()
  }

  private async hear(text: string) {
    const fields = new Map<string, string>()
    for (const line of text.split(/\r?\n/)) {
      const colon = line.indexOf(':')
      if (colon <= 0) continue
      const name = line.slice(0, colon)
      const value = line.slice(colon + 1).replace(/^ /, '')
      fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value)
    }
    if (fields.get('event') === 'change') this.screen.fold(JSON.parse(fields.get('data')!) as Envelope)
    if (fields.get('event') === 'resync') await this.readAnew()
    if (fields.has('id')) this.lastId = fields.get('id')
  }
}

/** By asking again and again, of one gateway after the other where there are several: they all know the same ids. */
export class Polling extends Dashboard {
  private next: string | undefined
  private turn = 0

  protected async follow(opened: () => void) {
    const query = this.next ? `?after=${encodeURIComponent(this.next)}&limit=500` : ''
    try {
      const gateways = instances('dashboard-gateway')
      const gateway = gateways[this.turn++ % gateways.length]
      const page = await this.workspace.ask<{ items: { envelope: Envelope }[]; next: string }>(
        `/api/changes${query}`,
        {},
        gateway?.url,
      )
      for (const { envelope } of page.items) this.screen.fold(envelope)
      this.next = page.next
      opened()
    } catch (problem) {
      if (!(problem instanceof Refused && problem.status === 410)) throw problem
      this.next = undefined
      await this.follow(opened)
      await this.readAnew()
    }
  }

  protected hangUp() {}
}
