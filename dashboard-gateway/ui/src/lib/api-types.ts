import type { components } from './api-schema'

/** The REST API's words, generated from conversation-service's OpenAPI document (`npm run generate`). */
type Schemas = components['schemas']

export type Author = Schemas['Author']
export type Contact = Schemas['Contact']
export type Leader = Schemas['Leader']
export type Me = Schemas['Me']
export type Reasons = Schemas['Reasons']
export type Workspace = Schemas['Workspace']

export interface Attachment {
  index: number
  contentType: string
  state: 'pending' | 'ready' | 'unavailable'
  size?: number
  fileName?: string
  problem?: string
}

export interface Place {
  latitude: string
  longitude: string
  address?: string
  label?: string
}

export interface Quote {
  message?: string
  author?: Author
  excerpt?: string
}

export interface Referral {
  type?: string
  id?: string
  url?: string
  headline?: string
  body?: string
}

export type Message = Schemas['Message'] & {
  resendable: boolean
  round: number
  attachments: Attachment[]
  location?: Place
  button?: { text?: string; payload: string }
  repliedTo?: Quote
  referral?: Referral
  forwarded: boolean
  recovered: boolean
  template?: { contentSid: string; variables: Record<string, string> }
}

export type Conversation = Omit<Schemas['Conversation'], 'lastMessage'> & {
  lastMessage?: Message
  optedOutAt?: string
  leaderChanging: boolean
}

export type Status = Conversation['status']
export type DeliveryStatus = Message['status']
export type MessageKind = Message['kind']
export type HandoverReason = NonNullable<Conversation['handoverReason']>

export interface Page<T> {
  items: T[]
  nextCursor?: string
}
