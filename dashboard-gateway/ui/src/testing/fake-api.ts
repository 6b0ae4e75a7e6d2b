import { vi } from 'vitest'
import type { FieldError } from '../lib/api-types'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
  signal: AbortSignal | undefined
}

type Answer = (asked: Asked) => Response | Promise<Response>

/** Stands where the network is. What has no answer is a test's mistake, and says so. */
export class FakeApi {
  readonly asked: Asked[] = []
  private readonly answers = new Map<string, Answer>()

  constructor() {
    vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) => this.fetch(input, init))
  }

  on(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, answer: Answer): this {
    this.answers.set(`${method} ${path}`, answer)
    return this
  }

  askedFor(method: string, path: string): Asked[] {
    return this.asked.filter((asked) => asked.method === method && asked.path === path)
  }

  private async fetch(input: string, init: RequestInit): Promise<Response> {
    const url = new URL(input, 'http://accueil.test')
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      signal: init.signal ?? undefined,
    }
    this.asked.push(asked)
    const answer = this.answers.get(`${asked.method} ${asked.path}`)
    if (!answer) throw new Error(`nobody answers ${asked.method} ${asked.path}`)
    return answer(asked)
  }
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

export function problem(status: number, title: string, detail?: string, errors?: FieldError[]): Response {
  return new Response(JSON.stringify({ status, title, detail, errors }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}

export function never(): Promise<Response> {
  return new Promise(() => undefined)
}

/** The bytes of a file, as the gateway sends them. */
export function file(content: string, contentType: string): Response {
  return new Response(content, { headers: { 'Content-Type': contentType } })
}
