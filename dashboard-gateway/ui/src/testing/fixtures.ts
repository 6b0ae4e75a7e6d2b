import type { Conversation, Message } from '../lib/api-types'

export const SOPHIE = 'af8b3248-8419-52bb-a999-ad0bcfb594e9'
export const NOON = '2026-11-22T11:00:00Z'

export function aMessage(more: Partial<Message> = {}): Message {
  return {
    id: 'message-1',
    direction: 'inbound',
    author: { kind: 'customer', name: 'Marie Lefèvre' },
    kind: 'text',
    body: 'Bonjour, vous ouvrez à quelle heure le samedi ?',
    at: NOON,
    status: 'received',
    answers: [],
    version: 1,
    resendable: false,
    round: 0,
    attachments: [],
    forwarded: false,
    recovered: false,
    ...more,
  }
}

export function fromSophie(more: Partial<Message> = {}): Message {
  return aMessage({
    direction: 'outbound',
    author: { kind: 'person', person: SOPHIE, name: 'Sophie Camélia' },
    status: 'sent',
    ...more,
  })
}

export function aConversation(more: Partial<Conversation> = {}): Conversation {
  return {
    id: 'marie',
    version: 5,
    status: 'new',
    awaitingPerson: false,
    leader: { kind: 'assistant' },
    leaderNumber: 1,
    customer: { name: 'Marie Lefèvre', phone: '+33639980012', address: 'whatsapp:+33639980012' },
    channel: 'channel',
    lastMessage: aMessage(),
    unread: 0,
    lastActivityAt: NOON,
    freeTextUntil: new Date(Date.now() + 20 * 3_600_000).toISOString(),
    leaderChanging: false,
    ...more,
  }
}

export const ledBySophie = { leader: { kind: 'person', person: SOPHIE, name: 'Sophie Camélia' } } as const

export function pagesOf<T>(...pages: T[][]): {
  pages: { items: T[]; nextCursor?: string }[]
  pageParams: (string | undefined)[]
} {
  return { pages: pages.map((items) => ({ items })), pageParams: pages.map(() => undefined) }
}
