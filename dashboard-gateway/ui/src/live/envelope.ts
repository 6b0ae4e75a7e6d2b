import { z } from 'zod'
import type { Attachment, Author, Conversation, Leader, Message } from '../lib/api-types'

// What we do not know yet must not hide what we know: a new reason or kind reads as none or as unsupported.
const leader = z.object({
  kind: z.enum(['assistant', 'nobody', 'person']),
  person: z.string().optional(),
  name: z.string().optional(),
}) satisfies z.ZodType<Leader>

const author = z.object({
  kind: z.enum(['customer', 'assistant', 'person', 'system']),
  person: z.string().optional(),
  name: z.string().optional(),
}) satisfies z.ZodType<Author>

const attachment = z.object({
  index: z.number(),
  contentType: z.string(),
  state: z.enum(['pending', 'ready', 'unavailable']).catch('pending'),
  size: z.number().optional(),
  fileName: z.string().optional(),
  problem: z.string().optional(),
}) satisfies z.ZodType<Attachment>

// What yesterday's events do not say yet has a default.
const message = z.object({
  id: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  author,
  kind: z
    .enum(['text', 'image', 'audio', 'video', 'document', 'sticker', 'contact', 'location', 'button', 'unsupported'])
    .catch('unsupported'),
  body: z.string(),
  at: z.string(),
  status: z.enum(['received', 'queued', 'delayed', 'accepted', 'sent', 'refused', 'delivered', 'read']),
  failure: z.string().optional(),
  answers: z.array(z.string()),
  reasons: z
    .object({
      engine: z.string(),
      intent: z.string(),
      faq: z.string().optional(),
      faqQuestion: z.string().optional(),
      confidence: z.number(),
      faqs: z.array(z.object({ faq: z.string(), question: z.string(), score: z.number() })).optional(),
      slots: z.record(z.string(), z.string()).optional(),
      mood: z.string().optional(),
      milliseconds: z.number().optional(),
      usage: z
        .object({
          model: z.string(),
          calls: z.number(),
          inputTokens: z.number(),
          outputTokens: z.number(),
          microEuros: z.number().optional(),
        })
        .optional(),
    })
    .optional(),
  version: z.number(),
  resendable: z.boolean().default(false),
  round: z.number().default(0),
  attachments: z.array(attachment).default([]),
  location: z
    .object({
      latitude: z.string(),
      longitude: z.string(),
      address: z.string().optional(),
      label: z.string().optional(),
    })
    .optional(),
  button: z.object({ text: z.string().optional(), payload: z.string() }).optional(),
  repliedTo: z
    .object({ message: z.string().optional(), author: author.optional(), excerpt: z.string().optional() })
    .optional(),
  referral: z
    .object({
      type: z.string().optional(),
      id: z.string().optional(),
      url: z.string().optional(),
      headline: z.string().optional(),
      body: z.string().optional(),
    })
    .optional(),
  forwarded: z.boolean().default(false),
  recovered: z.boolean().default(false),
  template: z.object({ contentSid: z.string(), variables: z.record(z.string(), z.string()) }).optional(),
}) satisfies z.ZodType<Message>

const conversation = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(['new', 'open', 'resolved']),
  awaitingPerson: z.boolean(),
  handoverReason: z
    .enum([
      'NOT_UNDERSTOOD',
      'NO_ANSWER_KNOWN',
      'CUSTOMER_ASKED',
      'COMPLAINT',
      'DEADLINE_PASSED',
      'TOO_OLD',
      'UNSUPPORTED_MESSAGE',
      'ASSISTANT_FAILED',
      'MISUNDERSTOOD',
      'SENSITIVE',
      'URGENT',
      'BOOKING_UNCONFIRMED',
      'OTHER_LANGUAGE',
    ])
    .optional()
    .catch(undefined),
  leader,
  leaderNumber: z.number(),
  customer: z.object({ name: z.string().optional(), phone: z.string().optional(), address: z.string() }),
  channel: z.string(),
  lastMessage: message.optional(),
  unread: z.number(),
  lastActivityAt: z.string(),
  freeTextUntil: z.string().optional(),
  optedOutAt: z.string().optional(),
  leaderChanging: z.boolean().default(false),
}) satisfies z.ZodType<Conversation>

const booking = z.object({ id: z.string() })

const change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ConversationChanged'), data: z.object({ conversation }) }),
  z.object({
    type: z.literal('MessageChanged'),
    data: z.object({ conversation: z.string(), version: z.number(), message }),
  }),
  z.object({
    type: z.literal('LeadChanged'),
    data: z.object({ conversation: z.string(), number: z.number(), leader }),
  }),
  // Which one is enough: its day is asked for anew.
  z.object({ type: z.literal('BookingConfirmed'), data: z.object({ booking }) }),
  z.object({ type: z.literal('BookingChanged'), data: z.object({ booking }) }),
  z.object({ type: z.literal('BookingCancelled'), data: z.object({ booking }) }),
  z.object({ type: z.literal('QuestionRecorded'), data: z.object({ question: z.object({ id: z.string() }) }) }),
  z.object({ type: z.literal('CustomerErased'), data: z.object({ conversations: z.array(z.string()) }) }),
])

/** Something that happened, as far as a screen is concerned. */
export type Change = z.infer<typeof change>

export type Heard = { change: Change } | { unknown: string } | { unreadable: string }

const named = z.object({ type: z.string() })
const known: ReadonlySet<string> = new Set(change.options.map((option) => option.shape.type.value))

/** Reads one envelope of `conversation.changes`. Types of tomorrow are skipped, never an error. */
export function readEnvelope(envelope: unknown): Heard {
  const type = named.safeParse(envelope)
  if (!type.success) return { unreadable: 'not an envelope' }
  if (!known.has(type.data.type)) return { unknown: type.data.type }
  const parsed = change.safeParse(envelope)
  return parsed.success ? { change: parsed.data } : { unreadable: z.prettifyError(parsed.error) }
}
