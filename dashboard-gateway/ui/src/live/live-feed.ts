import { fetchJson, Problem } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'
import { identity, session } from '../lib/session'
import { readEnvelope, type Change } from './envelope'
import { readStream, type StreamEnd } from './sse-stream'

/** How the screen learns of changes right now. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'degraded' | 'offline'

export interface Hearing {
  onChange: (change: Change) => void
  /** Something may have been missed: what is shown must be asked for again, once. */
  onGap: () => void
  onConnection: (connection: Connection) => void
}

export interface FeedSettings {
  firstByteMs: number
  silenceMs: number
  backoffMs: number
  maxBackoffMs: number
  /** A stream that was held this long was no failure. */
  heldMs: number
  /** Failures in a row after which polling begins. */
  patience: number
  pollMs: number
  /** While polling: how long until the stream is tried again. */
  retryStreamMs: number
  random: () => number
}

const usual: FeedSettings = {
  firstByteMs: 5_000,
  silenceMs: 30_000,
  backoffMs: 1_000,
  maxBackoffMs: 30_000,
  heldMs: 5_000,
  patience: 3,
  pollMs: 2_000,
  retryStreamMs: 60_000,
  random: Math.random,
}

const POLLED_AT_ONCE = 500

interface Changes {
  items: { id: string; envelope: unknown }[]
  next: string
}

/**
 * The dashboard's one ear: holds the stream of changes, resumes it where it broke, and polls while it cannot be held.
 * Returns the function that ends it.
 */
export function openLiveFeed(hearing: Hearing, settings: Partial<FeedSettings> = {}): () => void {
  const feed = new LiveFeed(hearing, { ...usual, ...settings })
  void feed.hold()
  return () => feed.close()
}

class LiveFeed {
  private readonly hearing: Hearing
  private readonly settings: FeedSettings
  private readonly closing = new AbortController()
  private said: Connection | undefined
  private lastId: string | undefined
  /** Whether what came until now reaches back to what the screen asked for. */
  private gapless = false
  private failures = 0
  /** The person has more tabs open than the server streams to; whoever looks at this one wakes it. */
  private crowdedOut = false
  private openedAt: number | undefined
  private hasRenewed = false
  private cut = new AbortController()
  private polling: AbortController | undefined
  private wake: () => void = () => undefined

  constructor(hearing: Hearing, settings: FeedSettings) {
    this.hearing = hearing
    this.settings = settings
  }

  async hold(): Promise<void> {
    const { signal } = this.closing
    window.addEventListener('online', this.onReturn, { signal })
    window.addEventListener('offline', this.onOffline, { signal })
    document.addEventListener('visibilitychange', this.onReturn, { signal })
    this.say('connecting')
    while (!signal.aborted) {
      const end = await this.stream()
      await this.recover(end)
    }
  }

  close(): void {
    this.closing.abort()
    this.stopPolling()
    this.wake()
  }

  private async stream(): Promise<StreamEnd> {
    this.openedAt = undefined
    this.crowdedOut = false
    this.cut = new AbortController()
    return readStream({
      url: paths.events,
      headers: { ...identity(), ...(this.lastId === undefined ? {} : { 'Last-Event-ID': this.lastId }) },
      signal: AbortSignal.any([this.closing.signal, this.cut.signal]),
      firstByteMs: this.settings.firstByteMs,
      silenceMs: this.settings.silenceMs,
      onOpen: () => {
        this.openedAt = Date.now()
        this.hasRenewed = false
        this.stopPolling()
        if (!this.gapless) this.gap()
        this.say('live')
      },
      onMessage: ({ id, event, data }) => {
        if (event === 'resync') {
          this.lastId = undefined
          this.gap()
        }
        if (event === 'crowded') this.crowdedOut = true
        if (id) this.lastId = id
        if (event === 'change') this.hear(data)
      },
    })
  }

  private async recover(end: StreamEnd): Promise<void> {
    if (this.closing.signal.aborted) return
    // Without an id there is nothing to resume from: what happens until the next stream would be missed.
    if (this.lastId === undefined) this.gapless = false
    if (end === 'unauthorized' && (await this.renewed())) return
    const held = this.openedAt !== undefined && Date.now() - this.openedAt >= this.settings.heldMs
    this.failures = held ? 1 : this.failures + 1
    if (this.polling) return this.pause(this.settings.retryStreamMs)
    if (this.crowdedOut) {
      this.startPolling()
      return this.pause(this.settings.retryStreamMs)
    }
    // A server ends a stream with the token that opened it: the next one resumes at once, and nobody need notice.
    if (end === 'ended' && held) return this.pause(this.settings.backoffMs * 0.2 * this.settings.random())
    this.say(navigator.onLine ? 'reconnecting' : 'offline')
    if (this.failures >= this.settings.patience) {
      this.startPolling()
      return this.pause(this.settings.retryStreamMs)
    }
    const step = Math.min(this.settings.backoffMs * 2 ** (this.failures - 1), this.settings.maxBackoffMs)
    await this.pause(step * (0.5 + this.settings.random() / 2))
  }

  /** A token that ended is no failure of the stream; a fresh one that is refused too is. */
  private async renewed(): Promise<boolean> {
    if (this.hasRenewed) return false
    this.hasRenewed = true
    try {
      await session().renew()
      return true
    } catch (error) {
      console.warn('The token could not be renewed', error)
      return false
    }
  }

  private startPolling(): void {
    this.polling = new AbortController()
    void this.poll(this.polling.signal)
  }

  private stopPolling(): void {
    this.polling?.abort()
    this.polling = undefined
  }

  private async poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await this.ask(signal)) continue
      } catch (error) {
        if (isOver(signal)) return
        if (error instanceof Problem && error.status === 410) {
          this.lastId = undefined
          this.gapless = false
        } else this.say(navigator.onLine ? 'reconnecting' : 'offline')
      }
      await delay(this.settings.pollMs, signal)
    }
  }

  /** Says whether there is more to ask for at once. */
  private async ask(signal: AbortSignal): Promise<boolean> {
    const after = this.lastId
    const { items, next } = await fetchJson<Changes>(withQuery(paths.changes, { after, limit: POLLED_AT_ONCE }), {
      signal,
    })
    if (signal.aborted) return false
    this.say('degraded')
    for (const { envelope } of items) this.read(envelope)
    this.lastId = next
    if (!this.gapless) this.gap()
    return items.length === POLLED_AT_ONCE
  }

  private hear(data: string): void {
    let envelope: unknown
    try {
      envelope = JSON.parse(data)
    } catch (error) {
      console.error('The feed carried something that is not JSON', error)
      return
    }
    this.read(envelope)
  }

  private read(envelope: unknown): void {
    const heard = readEnvelope(envelope)
    if ('unknown' in heard) return
    try {
      if ('unreadable' in heard) throw new Error(heard.unreadable)
      this.hearing.onChange(heard.change)
    } catch (error) {
      // What cannot be shown as a change is asked for instead; one event must not end the feed.
      console.error('A change could not be shown', error)
      this.hearing.onGap()
    }
  }

  private gap(): void {
    this.gapless = true
    this.hearing.onGap()
  }

  private say(connection: Connection): void {
    if (this.said === connection || this.closing.signal.aborted) return
    this.said = connection
    this.hearing.onConnection(connection)
  }

  private readonly onReturn = () => {
    if (navigator.onLine && document.visibilityState === 'visible' && this.said !== 'live') this.wake()
  }

  private readonly onOffline = () => {
    this.say('offline')
    this.cut.abort()
  }

  private pause(ms: number): Promise<void> {
    const early = new AbortController()
    this.wake = () => early.abort()
    return delay(ms, early.signal)
  }
}

/** Asked through a function, because an abort may have come while one waited. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
