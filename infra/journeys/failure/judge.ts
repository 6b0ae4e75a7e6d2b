import type { Books } from './database.ts'
import { messageIdOf } from './ids.ts'
import type { Line } from './ledger.ts'
import type { Message } from './workspace.ts'

/** All that is known at the end of a fault. */
export interface Evidence {
  accountSid: string
  /** WhatsApp addresses of the customers of this fault. */
  phones: Set<string>
  ledger: Line[]
  books: Books
  /** By conversation, oldest first, as the API shows them. */
  transcripts: Map<string, Message[]>
}

/** In words, what went wrong; and what went right in a way worth counting. */
export interface Verdict {
  sent: number
  lost: string[]
  doubled: string[]
  disorder: string[]
  recovered: number
  leftToPerson: number
}

/** Answers to customers in the ledger: what Twilio accepted, and what stands on a phone. */
interface Delivery {
  sid: string
  phone: string
  body: string
  message: string
  part: number
  refused: boolean
  received: number[]
}

/**
 * The ledger of the simulator is the judge. Lost is what a customer wrote and nobody named in an answer or a hand-over, and
 * what was meant for a customer and never came; doubled is what was named, accepted or received twice, or that nobody asked
 * for; disorder is a phone or a transcript that shows another order than it was said in.
 */
export function judge(evidence: Evidence): Verdict {
  const verdict: Verdict = { sent: 0, lost: [], doubled: [], disorder: [], recovered: 0, leftToPerson: 0 }
  const deliveries = readDeliveries(evidence)
  judgeInbound(evidence, verdict)
  judgeNaming(evidence, verdict)
  judgeOutbound(evidence, deliveries, verdict)
  judgePhones(evidence, deliveries, verdict)
  return verdict
}

interface Written {
  id: string
  sid: string
  phone: string
}

/** What the customers sent, in the order in which they did. */
export function written(evidence: Pick<Evidence, 'accountSid' | 'phones' | 'ledger'>): Written[] {
  return evidence.ledger
    .filter((it) => it.kind === 'phone-sent' && evidence.phones.has(it.data.from))
    .map(({ data }) => ({ id: messageIdOf(evidence.accountSid, data.sid), sid: data.sid, phone: data.from }))
}

/** By the messages' ids at Twilio. */
export function readDeliveries({ ledger, phones }: Pick<Evidence, 'ledger' | 'phones'>): Map<string, Delivery> {
  const found = new Map<string, Delivery>()
  for (const { kind, n, data } of ledger) {
    if (kind === 'message-accepted' && phones.has(data.to)) {
      const asked = new URL(data.statusCallback ?? 'none:').searchParams
      found.set(data.sid, {
        sid: data.sid,
        phone: data.to,
        body: data.body,
        message: asked.get('message') ?? 'nobody',
        part: Number(asked.get('part') ?? 0),
        refused: false,
        received: [],
      })
    }
    const delivery = found.get(data.sid)
    if (kind === 'message-moved' && delivery && ['failed', 'undelivered'].includes(data.status)) delivery.refused = true
    if (kind === 'phone-received') delivery?.received.push(n)
  }
  return found
}

/** Each message of a customer stands once, in the one conversation of that customer, in the order it was written. */
function judgeInbound(evidence: Evidence, verdict: Verdict) {
  const sent = written(evidence)
  verdict.sent = sent.length
  const shown = [...evidence.transcripts].flatMap(([conversation, messages]) =>
    messages.filter((it) => it.direction === 'inbound').map((message) => ({ conversation, message })),
  )
  const known = new Set(sent.map((it) => it.id))
  for (const { message } of shown) {
    if (!known.has(message.id)) verdict.doubled.push(`${message.id} stands in a transcript, and nobody wrote it`)
  }
  for (const { id, sid } of sent) {
    const places = shown.filter((it) => it.message.id === id)
    if (places.length === 0) verdict.lost.push(`${sid} of a customer is not in the database (${id})`)
    if (places.length > 1) verdict.doubled.push(`${sid} stands ${places.length} times in transcripts`)
    if (places.some((it) => it.message.recovered)) verdict.recovered++
  }
  for (const phone of evidence.phones) {
    const ids = sent.filter((it) => it.phone === phone).map((it) => it.id)
    const homes = new Set(shown.filter((it) => ids.includes(it.message.id)).map((it) => it.conversation))
    if (homes.size > 1) verdict.disorder.push(`${phone} has ${homes.size} conversations`)
    const order = shown.map((it) => it.message).filter((it) => ids.includes(it.id))
    verdict.disorder.push(...inboundDisorder(phone, order, ids))
  }
}

/** Twilio's list knows whole seconds only: what was recovered may stand anywhere in its second. */
function inboundDisorder(phone: string, shown: Message[], ids: string[]): string[] {
  const found: string[] = []
  for (let i = 1; i < shown.length; i++) {
    const [before, after] = [shown[i - 1]!, shown[i]!]
    if (ids.indexOf(before.id) < ids.indexOf(after.id)) continue
    const sameSecond = before.at.slice(0, 19) === after.at.slice(0, 19)
    if (sameSecond && (before.recovered || after.recovered)) continue
    found.push(`${phone} wrote ${after.id} before ${before.id}, and the transcript shows the contrary`)
  }
  return found
}

/**
 * Each is named in exactly one answer or hand-over, or was left to the person who had been asked for. A hand-over is an event,
 * and mostly words too: together they are one.
 */
function judgeNaming({ books, transcripts, ...evidence }: Evidence, verdict: Verdict) {
  const messages = [...transcripts.values()].flat()
  const answering = new Map<string, string[]>()
  for (const { id, status, answers } of messages) {
    if (status === 'refused') continue
    for (const answered of answers) answering.set(answered, [...(answering.get(answered) ?? []), id])
  }
  const shown = new Set(messages.map((it) => it.id))
  for (const { id, sid } of written(evidence)) {
    if (!shown.has(id)) continue
    const words = new Set([...(answering.get(id) ?? []), ...(books.named.get(id) ?? []).filter((it) => shown.has(it))])
    const handovers = (books.named.get(id) ?? []).filter((it) => !shown.has(it))
    const outcome = books.outcomes.get(id)
    const together = words.size === 1 && handovers.length === 1 && outcome === 'handed_over'
    const times = together ? 1 : words.size + handovers.length
    if (times > 1)
      verdict.doubled.push(`${sid} is named by ${words.size} answers and ${handovers.length} hand-overs (${id})`)
    if (times === 0 && outcome === 'left') verdict.leftToPerson++
    if (times === 0 && outcome !== 'left') verdict.lost.push(`${sid} was neither answered nor handed over (${id})`)
  }
  for (const transcript of transcripts.values()) {
    for (const [position, message] of transcript.entries()) {
      for (const answered of message.answers) {
        const asked = transcript.findIndex((it) => it.id === answered)
        if (asked > position) verdict.disorder.push(`${message.id} stands before what it answers, ${answered}`)
      }
    }
  }
}

/** Each intended message, and each of its parts, was accepted once and received once, unless it was refused. */
function judgeOutbound({ books, transcripts }: Evidence, deliveries: Map<string, Delivery>, verdict: Verdict) {
  const messages = [...transcripts.values()].flat()
  const intended = new Map(messages.filter((it) => it.direction === 'outbound').map((it) => [it.id, it]))
  const all = [...deliveries.values()]
  for (const { message, sid } of all) {
    if (!intended.has(message)) verdict.doubled.push(`${sid} was sent for ${message}, which is in no transcript`)
  }
  for (const message of intended.values()) {
    const parts = books.parts.filter((it) => it.message === message.id)
    if (parts.length === 0 && message.status !== 'refused') {
      verdict.lost.push(`${message.id} is meant for a customer, and nobody was asked to send it`)
    }
    for (const { number, body } of parts) {
      const mine = all.filter((it) => it.message === message.id && it.part === number)
      const accepted = mine.filter((it) => !it.refused).length
      const received = mine.reduce((sum, it) => sum + it.received.length, 0)
      const words = `part ${number} of ${message.id} (${message.status})`
      if (received > 1 || accepted > 1)
        verdict.doubled.push(`${words}: accepted ${accepted}, received ${received} times`)
      else if (message.status === 'refused' && received > 0) verdict.doubled.push(`${words} is received all the same`)
      else if (message.status !== 'refused' && received === 0) verdict.lost.push(`${words} was not received`)
      for (const it of mine) {
        if (it.body !== body) verdict.lost.push(`${words} says other words on the phone: ${it.body.slice(0, 80)}`)
      }
    }
  }
}

/** A phone shows the business's messages in the order of the transcript. */
function judgePhones({ phones, transcripts }: Evidence, deliveries: Map<string, Delivery>, verdict: Verdict) {
  const place = new Map([...transcripts.values()].flatMap((it) => it.map((message, i) => [message.id, i] as const)))
  for (const phone of phones) {
    const received = [...deliveries.values()]
      .filter((it) => it.phone === phone && place.has(it.message))
      .flatMap((it) => it.received.map((n) => ({ n, rank: [place.get(it.message)!, it.part] as const, it })))
      .sort((one, other) => one.n - other.n)
    for (let i = 1; i < received.length; i++) {
      const [before, after] = [received[i - 1]!, received[i]!]
      if (before.rank[0] > after.rank[0] || (before.rank[0] === after.rank[0] && before.rank[1] > after.rank[1])) {
        verdict.disorder.push(`${phone} received ${before.it.message} before ${after.it.message}`)
      }
    }
  }
}
