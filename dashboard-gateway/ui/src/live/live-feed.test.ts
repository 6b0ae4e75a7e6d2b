import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSession } from '../lib/session'
import { FakeApi, json, never, problem, type Asked } from '../testing/fake-api'
import { golden } from '../testing/golden'
import type { Change } from './envelope'
import { openLiveFeed, type Connection } from './live-feed'

const MARIE = JSON.stringify(golden('conversation-changed'))

/** One opened stream, as a test writes it. */
class Stream {
  private writer!: ReadableStreamDefaultController<Uint8Array>
  readonly response = new Response(
    new ReadableStream<Uint8Array>({ start: (controller) => void (this.writer = controller) }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  )

  write(text: string): this {
    this.writer.enqueue(new TextEncoder().encode(text))
    return this
  }

  end(): void {
    this.writer.close()
  }

  breaks(): void {
    this.writer.error(new TypeError('network error'))
  }
}

const change = (id: string) => `id: ${id}\nevent: change\ndata: ${MARIE}\n\n`

describe('the live feed', () => {
  let api: FakeApi
  let token: string
  let close: () => void
  let changes: Change[]
  let connections: Connection[]
  let gaps: number
  const renew = vi.fn()

  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    api = new FakeApi()
    token = 'first'
    changes = []
    connections = []
    gaps = 0
    renew.mockReset().mockImplementation(() => {
      token = 'second'
      return Promise.resolve()
    })
    openSession({ token: () => token, renew, workspace: 'camelia' })
  })

  afterEach(() => {
    close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  function listen(...answers: ((asked: Asked) => Response | Promise<Response>)[]): void {
    let nth = 0
    api.on('GET', '/api/events', (asked) => (answers[nth++] ?? never)(asked))
    close = openLiveFeed(
      {
        onChange: (heard) => changes.push(heard),
        onGap: () => (gaps += 1),
        onConnection: (connection) => connections.push(connection),
      },
      { random: () => 0.5 },
    )
  }

  const streams = () => api.askedFor('GET', '/api/events')
  const polls = () => api.askedFor('GET', '/api/changes')
  const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  const refuses = () => problem(503, 'Indisponible')

  it('says who listens and for which business, and hands over what it hears', async () => {
    const stream = new Stream()
    listen(() => stream.response)

    stream.write(': bonjour\n\n').write(change('e.0.7'))
    await passes(0)

    expect(connections).toEqual(['connecting', 'live'])
    expect(changes).toHaveLength(1)
    expect(Object.fromEntries(streams()[0]!.headers)).toMatchObject({
      authorization: 'Bearer first',
      'x-accueil-workspace': 'camelia',
    })
    expect(streams()[0]!.headers.has('last-event-id')).toBe(false)
  })

  it('asks once for what happened before it listened', async () => {
    const stream = new Stream()
    listen(() => stream.response)
    stream.write(': bonjour\n\n')
    await passes(0)

    expect(gaps).toBe(1)
  })

  it('puts together what comes in pieces', async () => {
    const stream = new Stream()
    listen(() => stream.response)
    const whole = change('e.0.7')

    for (let at = 0; at < whole.length; at += 100) stream.write(whole.slice(at, at + 100))
    await passes(0)

    expect(changes).toHaveLength(1)
  })

  it('resumes after a break where it was, and misses nothing', async () => {
    const [first, second] = [new Stream(), new Stream()]
    listen(
      () => first.response,
      () => second.response,
    )
    first.write(change('e.0.7'))
    await passes(10)
    first.breaks()
    await passes(10)
    expect(connections.at(-1)).toBe('reconnecting')

    await passes(1_000)
    second.write(change('e.0.8'))
    await passes(0)

    expect(streams()[1]!.headers.get('last-event-id')).toBe('e.0.7')
    expect(changes).toHaveLength(2)
    expect(connections.at(-1)).toBe('live')
    expect(gaps).toBe(1)
  })

  it('asks for everything once more when it is told to resync', async () => {
    const stream = new Stream()
    listen(() => stream.response)
    stream.write(change('e.0.7'))
    await passes(0)

    stream.write('event: resync\ndata: {}\n\n')
    await passes(0)

    expect(gaps).toBe(2)
  })

  it('renews a token that ended, at once, and goes on where it was', async () => {
    const [first, second] = [new Stream(), new Stream()]
    listen(
      () => first.response,
      () => problem(401, 'Session expirée'),
      () => second.response,
    )
    first.write(change('e.0.7'))
    await passes(6_000)
    first.end()
    await passes(300)
    second.write(': bonjour\n\n')
    await passes(0)

    expect(renew).toHaveBeenCalledOnce()
    expect(streams()[2]!.headers.get('authorization')).toBe('Bearer second')
    expect(streams()[2]!.headers.get('last-event-id')).toBe('e.0.7')
    expect(connections).toEqual(['connecting', 'live'])
    expect(gaps).toBe(1)
  })

  it('opens again when heartbeats stop', async () => {
    const [first, second] = [new Stream(), new Stream()]
    listen(
      () => first.response,
      () => second.response,
    )
    first.write(change('e.0.7'))
    await passes(20_000)
    first.write(': encore là\n\n')
    await passes(29_000)
    expect(streams()).toHaveLength(1)

    await passes(2_500)

    expect(streams()).toHaveLength(2)
  })

  it('polls after three failures, and says so', async () => {
    api.on('GET', '/api/changes', ({ query }) =>
      json(
        query.has('after')
          ? { items: [{ id: 'e.0.8', envelope: golden('lead-changed') }], next: 'e.0.8' }
          : { items: [], next: 'e.0.7' },
      ),
    )
    listen(refuses, refuses, refuses)

    await passes(6_000)

    expect(streams()).toHaveLength(3)
    expect(connections.at(-1)).toBe('degraded')
    expect(
      polls()
        .map(({ query }) => query.get('after'))
        .slice(0, 2),
    ).toEqual([null, 'e.0.7'])
    expect(changes[0]?.type).toBe('LeadChanged')
    expect(gaps).toBe(1)
  })

  it('polls at once when its person has too many others open, and takes the stream again when it is looked at', async () => {
    api.on('GET', '/api/changes', () => json({ items: [], next: 'e.0.7' }))
    const [first, second] = [new Stream(), new Stream()]
    listen(
      () => first.response,
      () => second.response,
    )
    first.write(change('e.0.7') + 'event: crowded\ndata: {}\n\n')
    await passes(0)
    first.end()
    await passes(10_000)

    expect(streams()).toHaveLength(1)
    expect(polls()[0]?.query.get('after')).toBe('e.0.7')
    expect(connections.at(-1)).toBe('degraded')

    document.dispatchEvent(new Event('visibilitychange'))
    await passes(0)
    second.write(': bonjour\n\n')
    await passes(0)

    expect(streams()[1]?.headers.get('last-event-id')).toBe('e.0.7')
    expect(connections.at(-1)).toBe('live')
    expect(gaps).toBe(1)
  })

  it('takes a stream whose bytes are held back for none', async () => {
    api.on('GET', '/api/changes', () => json({ items: [], next: 'e.0.7' }))
    const buffered = () => new Stream().response
    listen(buffered, buffered, buffered)

    await passes(4_900)
    expect(streams()).toHaveLength(1)
    await passes(13_000)

    expect(connections.at(-1)).toBe('degraded')
  })

  it('goes back to the stream when it holds again, from where polling came to', async () => {
    api.on('GET', '/api/changes', () => json({ items: [], next: 'e.0.9' }))
    const stream = new Stream()
    listen(refuses, refuses, refuses, () => stream.response)
    await passes(6_000)
    expect(connections.at(-1)).toBe('degraded')

    await passes(60_000)
    stream.write(': bonjour\n\n')
    await passes(0)
    const polled = polls().length
    await passes(10_000)

    expect(streams()[3]!.headers.get('last-event-id')).toBe('e.0.9')
    expect(connections.at(-1)).toBe('live')
    expect(polls()).toHaveLength(polled)
    expect(gaps).toBe(1)
  })

  it('starts anew when polling cannot be resumed', async () => {
    api.on('GET', '/api/changes', ({ query }) =>
      query.get('after') === 'e.0.7' ? problem(410, 'Trop ancien') : json({ items: [], next: 'f.0.1' }),
    )
    const first = new Stream()
    listen(() => first.response, refuses, refuses)
    first.write(change('e.0.7'))
    await passes(0)
    first.breaks()

    await passes(6_000)

    expect(connections.at(-1)).toBe('degraded')
    expect(gaps).toBe(2)
  })

  it('asks again rather than pass over a change that it cannot read', async () => {
    const stream = new Stream()
    listen(() => stream.response)
    stream.write('id: e.0.7\nevent: change\ndata: {"type":"LeadChanged","data":{}}\n\n')
    await passes(0)

    expect(gaps).toBe(2)
    expect(changes).toHaveLength(0)
  })

  it('skips types of tomorrow', async () => {
    const stream = new Stream()
    listen(() => stream.response)
    stream.write('id: e.0.7\nevent: change\ndata: {"type":"RainbowSeen","data":{}}\n\n')
    await passes(0)

    expect([gaps, changes.length]).toEqual([1, 0])
  })

  it('is silent once closed', async () => {
    const stream = new Stream()
    listen(() => stream.response)
    stream.write(': bonjour\n\n')
    await passes(0)

    close()
    await passes(120_000)

    expect(streams()).toHaveLength(1)
    expect(streams()[0]!.signal?.aborted).toBe(true)
  })
})
