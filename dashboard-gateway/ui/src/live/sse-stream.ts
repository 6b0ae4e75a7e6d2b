import { createParser, type EventSourceMessage } from 'eventsource-parser'

export type StreamEnd = 'ended' | 'silent' | 'unauthorized' | 'refused' | 'broken'

export interface StreamCall {
  url: string
  headers: Record<string, string>
  signal: AbortSignal
  /** How long until the first byte: a proxy that holds bytes back is as good as no stream. */
  firstByteMs: number
  /** How long between bytes: heartbeats come more often than this. */
  silenceMs: number
  onOpen: () => void
  onMessage: (message: EventSourceMessage) => void
}

/** Reads one server-sent event stream to its end and says how it ended. Never rejects. */
export async function readStream(call: StreamCall): Promise<StreamEnd> {
  const own = new AbortController()
  const signal = AbortSignal.any([call.signal, own.signal])
  const ending = { silent: false }
  const hush = () => {
    ending.silent = true
    own.abort()
  }
  let watchdog = setTimeout(hush, call.firstByteMs)
  try {
    const response = await fetch(call.url, {
      headers: { Accept: 'text/event-stream', ...call.headers },
      cache: 'no-store',
      signal,
    })
    if (response.status === 401) return 'unauthorized'
    if (!response.ok || !response.body) return 'refused'
    const parser = createParser({ onEvent: call.onMessage })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let opened = false
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal)
      if (done) return 'ended'
      clearTimeout(watchdog)
      watchdog = setTimeout(hush, call.silenceMs)
      if (!opened) {
        opened = true
        call.onOpen()
      }
      parser.feed(value)
    }
  } catch {
    // Every reason why bytes stop coming has one cure, which the caller applies: open again.
    return ending.silent ? 'silent' : 'broken'
  } finally {
    clearTimeout(watchdog)
    own.abort()
  }
}

function abortable<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('aborted'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    reading.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
