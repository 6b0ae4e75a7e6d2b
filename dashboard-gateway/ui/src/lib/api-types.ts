import type { components } from './api-schema'

/** The REST API's words, generated from conversation-service's OpenAPI document (`npm run generate`). */
type Schemas = components['schemas']

export type Attachment = Schemas['Attachment']
export type Author = Schemas['Author']
export type Contact = Schemas['Contact']
export type Conversation = Schemas['Conversation']
/** A question that customers ask, and what the business answers. */
export type Faq = Schemas['FaqView']
export type FaqRequest = Schemas['FaqRequest']
/** What a file of FAQs would do, line by line. */
export type ImportPreview = Schemas['ImportPreview']
export type ImportLine = Schemas['ImportLine']
/** Open questions that are like each other. */
export type QuestionGroup = Schemas['QuestionGroup']
export type FieldError = Schemas['FieldError']
export type Leader = Schemas['Leader']
export type Me = Schemas['Me'] & { invitations?: Invitation[] }
export type Message = Schemas['Message']
export type Place = Schemas['Location']
export type Quote = Schemas['Quote']
/** One of the trade's ready FAQs, its blanks filled with what the business said. */
export type ReadyFaq = Schemas['ReadyFaqView']
export type Reasons = Schemas['Reasons']
export type Referral = Schemas['Referral']
export type Settings = Schemas['Settings']
export type SettingsRequest = Schemas['SettingsRequest']
export type Workspace = Schemas['Workspace']

/** A template as WhatsApp knows it: its text with `{{1}}` where variables go. */
export type Template = Schemas['TemplateListed']
/** A WhatsApp number of the business, and how the way to and from it is. */
export type Channel = Schemas['ChannelView']
export type ChannelPage = Schemas['ChannelPage']
export type ConnectRequest = Schemas['ConnectRequest']
/** Somebody wanted no more messages, or wanted them again. */
export type OptOut = Schemas['OptOut']

/** How long everything is kept, and what agents see. */
export type Privacy = Schemas['PrivacyView']
/** Who looked at what, took it away or erased it. */
export type RegisterEntry = Schemas['RegisterEntry']
export type RegisterAct = RegisterEntry['act']
/** Who changed what. */
export type AuditEntry = Schemas['AuditEntry']
export type AuditAction = AuditEntry['action']
export type AuditKind = 'workspace' | 'agenda' | 'faqs' | 'team' | 'conversations' | 'customers'
/** Where an erasure stands. */
export type ErasureReceipt = Schemas['ErasureReceipt']

/** Somebody of the team. */
export type Teammate = Schemas['MemberView']
export type Role = Teammate['role']
/** An address that may join and has not yet. */
export type PendingInvitation = Schemas['InvitationView']

/** How far a workspace is set up. */
export type Onboarding = Schemas['Onboarding']
export type Step = NonNullable<Schemas['OnboardingProgress']['step']>
export type Vertical = Workspace['vertical']

/** Somebody wants this person in their workspace. */
export interface Invitation {
  workspaceName: string
  role: Workspace['role']
  invitedBy: string
}

export type Day = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'

/** @property periods as `09:30-12:30`; the end of the day is `24:00` */
export interface DayPeriods {
  day: Day
  periods: string[]
}

/**
 * When the business is open, whole; as `HoursSaved` says it, but for the tenant.
 * @property bookingsOutside how many bookings stand outside of it; they stay
 */
export interface Hours {
  holidayRegion: string
  workedHolidays: string[]
  week: DayPeriods[]
  exceptions: HoursException[]
  practitioners: Practitioner[]
  seats: number
  rules: BookingRules
  bookingsOutside: number
  version: number
}
export type HoursRequest = Omit<Hours, 'bookingsOutside' | 'practitioners'> & {
  practitioners: PractitionerRequest[]
}
/** Without an id: somebody new. */
export type PractitionerRequest = Schemas['PractitionerRequest']

/** Days on which it is otherwise; `open` says whether work is added or taken away. */
export type HoursException = Schemas['HoursException']
export type Practitioner = Schemas['Practitioner']
/** What may be booked, and how long before. */
export type BookingRules = Schemas['BookingRules']
export type Booking = Schemas['Booking']
export type BookRequest = Schemas['BookRequest']
/** A booking that was entered, moved or cancelled, and whether its customer was told. */
export type HandledBooking = Schemas['HandledBooking']

/** What can be booked, or asked for. */
export type ServiceOffer = Schemas['ServiceView'] & { version: number }
export type ServiceRequest = Omit<ServiceOffer, 'id' | 'position' | 'version'> & { version?: number }

/** What businesses of this trade usually begin with. */
export interface Suggestions {
  services: Pick<ServiceOffer, 'name' | 'synonyms' | 'durationMinutes' | 'bufferMinutes' | 'priceCents' | 'priceFrom'>[]
  week: DayPeriods[]
  holidayRegion: string
}

/** What the assistant would do with a message; ai-router's word. */
export interface TryAnswer {
  text?: string
  handover?: HandoverReason
  flow?: string
  sources: { faq: string; question: string; answer: string; score: number }[]
}

export type Status = Conversation['status']
export type DeliveryStatus = Message['status']
export type MessageKind = Message['kind']
export type HandoverReason = NonNullable<Conversation['handoverReason']>

export interface Page<T> {
  items: T[]
  nextCursor?: string
}

/** Which questions of the last weeks would be answered otherwise. */
export interface Replay {
  since: string
  questions: number
  complete: boolean
  changed: ChangedAnswer[]
}

/** The FAQs that answer it now and would then, by their questions; none: a person is asked. */
export interface ChangedAnswer {
  question: string
  times: number
  lastAt: string
  before: string[]
  after: string[]
}

/** A calendar kept elsewhere, whose busy times block the agenda. */
export type ExternalCalendar = Schemas['ExternalCalendarView']
export type ExternalCalendarRequest = Schemas['ExternalCalendarRequest']
/** Somebody, or the whole house, is not to be had. */
export type BusyTime = Schemas['BusyTime']

/** How the assistant goes about it. */
export type AssistantRules = Schemas['AssistantView']
export type Caution = AssistantRules['caution']
