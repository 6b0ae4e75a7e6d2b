import { readStack, tokenOf } from './stack.ts'

export interface Message {
  id: string
  direction: 'inbound' | 'outbound'
  author: { kind: string; name?: string }
  body: string
  at: string
  status: string
  answers: string[]
}

export interface Conversation {
  id: string
  version: number
  status: string
  awaitingPerson: boolean
  leader: { kind: string }
  customer: { name?: string; address: string }
  lastMessage?: Message
  unread: number
}

/** The API as a member of the team uses it, through the gateway. */
export class Desk {
  private token: { value: string; until: number } | undefined

  constructor(
    private readonly email: string,
    private readonly tenant: string,
  ) {}

  async conversation(id: string): Promise<Conversation> {
    return this.get(`/api/conversations/${id}`)
  }

  /** The whole transcript, oldest first. */
  async transcript(id: string): Promise<Message[]> {
    const found: Message[] = []
    let cursor: string | undefined
    do {
      const page: { items: Message[]; nextCursor?: string } = await this.get(
        `/api/conversations/${id}/messages?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      found.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return found.reverse()
  }

  async post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    return this.call(path, { method: 'POST', body: body === undefined ? undefined : JSON.stringify(body), headers })
  }

  private get<T>(path: string): Promise<T> {
    return this.call(path, {})
  }

  private async call<T>(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<T> {
    const response = await fetch(readStack().publicUrl + path, {
      ...init,
      headers: {
        Authorization: `Bearer ${this.bearer()}`,
        'X-Accueil-Workspace': this.tenant,
        'Content-Type': 'application/json',
        ...init.headers,
      },
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  private bearer(): string {
    if (!this.token || this.token.until < Date.now()) {
      this.token = { value: tokenOf(this.email), until: Date.now() + 5 * 60_000 }
    }
    return this.token.value
  }
}
