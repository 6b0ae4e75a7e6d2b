import type { FieldError } from './api-types'
import { identity, session } from './session'

/** What the server answers when it cannot do what it was asked (RFC 9457); `title` and `detail` are French sentences. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  /** Which fields are wrong and why, as the request names them; none when it is not about fields. */
  readonly errors: FieldError[]

  constructor(status: number, title: string, detail?: string, errors: FieldError[] = []) {
    super(detail ?? title)
    this.status = status
    this.title = title
    this.detail = detail
    this.errors = errors
  }
}

/** The network did not carry the question or its answer: nobody knows whether it arrived. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Instead of a body that is told as JSON: a file, as it is. */
  file?: { bytes: Blob; type: string }
  headers?: Record<string, string>
  signal?: AbortSignal
  patienceMs?: number
}

const PATIENCE_MS = 15_000
/** A film of 16 MB, in the country. */
const FILE_PATIENCE_MS = 180_000

/** One call to our API, with who asks and for which business. A token that is no longer good is renewed once. */
export async function fetchJson<T>(path: string, call: Call = {}): Promise<T> {
  const response = await answer(path, call)
  return (await response.json()) as T
}

/** The same for what is answered with nothing but that it was heard. */
export async function ask(path: string, call: Call = {}): Promise<void> {
  await answer(path, call)
}

/** The bytes of a file, which a picture's address alone could not get: it carries no token. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await answer(path, { signal, headers: { Accept: '*/*' }, patienceMs: FILE_PATIENCE_MS })
  try {
    return await response.blob()
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable(`${path} broke off`, { cause: error })
  }
}

async function answer(path: string, call: Call): Promise<Response> {
  let response = await request(path, call)
  if (response.status === 401) {
    await session().renew()
    response = await request(path, call)
  }
  if (!response.ok) throw await toProblem(response)
  return response
}

/** May the same call succeed a moment later? */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof Problem) return error.status >= 500 || error.status === 429 || error.status === 408
  return error instanceof Unreachable
}

async function request(path: string, call: Call): Promise<Response> {
  const { method = 'GET', body, file, headers, signal, patienceMs = PATIENCE_MS } = call
  const type = file?.type ?? (body === undefined ? undefined : 'application/json')
  const patience = AbortSignal.timeout(patienceMs)
  try {
    return await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(type === undefined ? {} : { 'Content-Type': type }),
        ...identity(),
        ...headers,
      },
      body: file?.bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable(`${method} ${path} did not arrive`, { cause: error })
  }
}

async function toProblem(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => undefined)
  const { title, detail, errors } = (said ?? {}) as { title?: unknown; detail?: unknown; errors?: unknown }
  return new Problem(
    response.status,
    typeof title === 'string' ? title : `HTTP ${response.status}`,
    typeof detail === 'string' ? detail : undefined,
    Array.isArray(errors) ? errors.filter(isFieldError) : [],
  )
}

function isFieldError(said: unknown): said is FieldError {
  const { field, message } = (said ?? {}) as { field?: unknown; message?: unknown }
  return typeof field === 'string' && typeof message === 'string'
}
