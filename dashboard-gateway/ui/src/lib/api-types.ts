/** The REST API's words, as conversation-service says them. */

export type Status = 'new' | 'open' | 'resolved'
export type DeliveryStatus = 'received' | 'queued' | 'delayed' | 'accepted' | 'sent' | 'refused' | 'delivered' | 'read'
export type MessageKind =
  'text' | 'image' | 'audio' | 'video' | 'document' | 'sticker' | 'contact' | 'location' | 'button' | 'unsupported'
export type HandoverReason =
  | 'NOT_UNDERSTOOD'
  | 'NO_ANSWER_KNOWN'
  | 'CUSTOMER_ASKED'
  | 'COMPLAINT'
  | 'DEADLINE_PASSED'
  | 'TOO_OLD'
  | 'UNSUPPORTED_MESSAGE'
  | 'ASSISTANT_FAILED'

export interface Leader {
  kind: 'assistant' | 'nobody' | 'person'
  person?: string
  name?: string
}

export interface Author {
  kind: 'customer' | 'assistant' | 'person'
  person?: string
  name?: string
}

export interface Contact {
  name?: string
  phone?: string
  address: string
}

export interface Reasons {
  engine: string
  intent: string
  faq?: string
  faqQuestion?: string
  confidence: number
}

export interface Message {
  id: string
  direction: 'inbound' | 'outbound'
  author: Author
  kind: MessageKind
  body: string
  at: string
  status: DeliveryStatus
  failure?: string
  answers: string[]
  reasons?: Reasons
  version: number
}

export interface Conversation {
  id: string
  version: number
  status: Status
  awaitingPerson: boolean
  handoverReason?: HandoverReason
  leader: Leader
  leaderNumber: number
  customer: Contact
  channel: string
  lastMessage?: Message
  unread: number
  lastActivityAt: string
  freeTextUntil?: string
}

export interface Page<T> {
  items: T[]
  nextCursor?: string
}

export interface Workspace {
  id: string
  name: string
  vertical: string
  role: 'owner' | 'agent'
}

export interface Me {
  subject: string
  name: string
  email: string
  workspaces: Workspace[]
}
