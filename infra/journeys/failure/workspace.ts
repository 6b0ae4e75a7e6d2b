import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { readStack, ROOT, type Stack } from '../support/stack.ts'
import { pause } from './wait.ts'

export interface Message {
  id: string
  direction: 'inbound' | 'outbound'
  author: { kind: string; name?: string }
  body: string
  at: string
  status: string
  answers: string[]
  version: number
  recovered?: boolean
}

export interface Conversation {
  id: string
  version: number
  awaitingPerson: boolean
  leader: { kind: string }
  leaderNumber: number
  leaderChanging?: boolean
  lastMessage?: Message
}

export class Refused extends Error {
  constructor(
    readonly path: string,
    readonly status: number,
    body: string,
  ) {
    super(`${path}: ${status} ${body.slice(0, 300)}`)
  }
}

/** One business as a member of its team uses it: the API through the gateway, asked again while a part of it is away. */
export class Workspace {
  private token: Promise<{ value: string; until: number }> | undefined

  constructor(readonly tenant: Stack['tenants'][number]) {}

  /** Waits for an answer as a patient browser does: after 429, 5xx and broken connections it asks again. */
  async get<T>(path: string, patienceMs = 60_000): Promise<T> {
    const deadline = Date.now() + patienceMs
    for (;;) {
      try {
        return await this.ask<T>(path)
      } catch (problem) {
        if (!mayPass(problem) || Date.now() > deadline) throw problem
        await pause(500)
      }
    }
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.ask(path, {
      method: 'POST',
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    })
  }

  /** *Vérifier maintenant*, on every number. */
  async checkNow(): Promise<void> {
    const { items } = await this.get<{ items: { id: string }[] }>('/api/channels')
    for (const { id } of items) await this.post(`/api/channels/${id}/reconciliation`)
  }

  /** The whole transcript, oldest first. */
  async transcript(conversation: string): Promise<Message[]> {
    const found: Message[] = []
    let cursor: string | undefined
    do {
      const query = `limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      const page = await this.get<{ items: Message[]; nextCursor?: string }>(
        `/api/conversations/${conversation}/messages?${query}`,
      )
      found.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return found.reverse()
  }

  async headers(): Promise<Record<string, string>> {
    return { Authorization: `Bearer ${await this.bearer()}`, 'X-Accueil-Workspace': this.tenant.id }
  }

  /** Once, of any gateway. */
  async ask<T>(path: string, init: RequestInit = {}, gateway = readStack().publicUrl): Promise<T> {
    const response = await fetch(gateway + path, {
      ...init,
      headers: { ...(await this.headers()), ...init.headers },
      signal: AbortSignal.timeout(30_000),
    })
    if (!response.ok) throw new Refused(path, response.status, await response.text())
    return (response.status === 202 ? undefined : await response.json()) as T
  }

  private async bearer(): Promise<string> {
    const held = await this.token?.catch(() => undefined)
    if (held && held.until > Date.now()) return held.value
    this.token = signIn(this.tenant.users[0]!.email)
    return (await this.token).value
  }
}

/** Sign-in takes no part in the faults: its tokens live for ten minutes. */
async function signIn(email: string) {
  const { stdout } = await promisify(execFile)(resolve(ROOT, 'infra/local/token'), [email])
  return { value: stdout.trim(), until: Date.now() + 5 * 60_000 }
}

export function mayPass(problem: unknown): boolean {
  return problem instanceof Refused ? problem.status === 429 || problem.status >= 500 : problem instanceof Error
}
