import type { components } from './api-schema'

/** The REST API's words, generated from conversation-service's OpenAPI document (`npm run generate`). */
type Schemas = components['schemas']

export type Attachment = Schemas['Attachment']
export type Author = Schemas['Author']
export type Contact = Schemas['Contact']
export type Conversation = Schemas['Conversation']
export type Leader = Schemas['Leader']
export type Me = Schemas['Me']
export type Message = Schemas['Message']
export type Place = Schemas['Location']
export type Quote = Schemas['Quote']
export type Reasons = Schemas['Reasons']
export type Referral = Schemas['Referral']
export type Workspace = Schemas['Workspace']

/** A template as WhatsApp knows it: its text with `{{1}}` where variables go. */
export interface Template {
  contentSid: string
  channel: string
  name: string
  language: string
  body: string
  variables: string[]
  category?: string
  approval: 'approved' | 'pending' | 'rejected' | 'unsubmitted'
}

/** A WhatsApp number of the business, and how the way to and from it is. */
export interface Channel {
  id: string
  address: string
  lastReceivedAt?: string
  signature?: { at: string; cause: 'OTHER_ADDRESS' | 'OTHER_TOKEN' | 'UNKNOWN'; count: number; sentence: string }
  reconciliation: {
    state: 'green' | 'red' | 'unknown'
    checkedAt?: string
    from?: string
    until?: string
    listed?: number
    recovered?: number
    missing?: number
    problem?: string
    sentence: string
  }
}

/** Somebody wanted no more messages, or wanted them again. */
export interface OptOut {
  conversation: string
  customer: Contact
  at: string
  kind: 'stop' | 'resume'
  word?: string
  reason?: 'keyword' | 'explicit_wish'
  message: string
}

export type Status = Conversation['status']
export type DeliveryStatus = Message['status']
export type MessageKind = Message['kind']
export type HandoverReason = NonNullable<Conversation['handoverReason']>

export interface Page<T> {
  items: T[]
  nextCursor?: string
}
