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
export type Template = Schemas['TemplateListed']
/** A WhatsApp number of the business, and how the way to and from it is. */
export type Channel = Schemas['ChannelView']
/** Somebody wanted no more messages, or wanted them again. */
export type OptOut = Schemas['OptOut']

export type Status = Conversation['status']
export type DeliveryStatus = Message['status']
export type MessageKind = Message['kind']
export type HandoverReason = NonNullable<Conversation['handoverReason']>

export interface Page<T> {
  items: T[]
  nextCursor?: string
}
