import type { components } from './api-schema'

/** The REST API's words, generated from conversation-service's OpenAPI document (`npm run generate`). */
type Schemas = components['schemas']

export type Author = Schemas['Author']
export type Contact = Schemas['Contact']
export type Conversation = Schemas['Conversation']
export type Leader = Schemas['Leader']
export type Me = Schemas['Me']
export type Message = Schemas['Message']
export type Reasons = Schemas['Reasons']
export type Workspace = Schemas['Workspace']

export type Status = Conversation['status']
export type DeliveryStatus = Message['status']
export type MessageKind = Message['kind']
export type HandoverReason = NonNullable<Conversation['handoverReason']>

export interface Page<T> {
  items: T[]
  nextCursor?: string
}
