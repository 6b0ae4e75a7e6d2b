import type { Contact, Conversation, Leader, Message } from './api-types'
import { toPlainName } from './plain'
import { compareMoments } from './time'

/** The later of two sights of the same thing. */
export function later<T extends { version: number }>(shown: T, heard: T): T {
  return heard.version > shown.version ? heard : shown
}

/** A row after it was heard of again. Its leader follows its own number: `LeadChanged` may come before or after. */
export function laterConversation(shown: Conversation, heard: Conversation): Conversation {
  const newer = later(shown, heard)
  const leading = shown.leaderNumber > heard.leaderNumber ? shown : heard
  if (newer.leaderNumber === leading.leaderNumber) return newer
  const { leader, leaderNumber, leaderChanging } = leading
  return { ...newer, leader, leaderNumber, leaderChanging }
}

/** Who takes over is not alone at once: the row that follows says when the former leader has fallen silent. */
export function withLeader(shown: Conversation, number: number, leader: Leader): Conversation {
  if (number <= shown.leaderNumber) return shown
  return { ...shown, leader, leaderNumber: number, leaderChanging: leader.kind === 'person' }
}

/** A row after one of its messages changed: its last message may be that one, or an older one than that. */
export function withMessage(shown: Conversation, message: Message): Conversation {
  const last = shown.lastMessage
  if (!last) return { ...shown, lastMessage: message }
  if (last.id === message.id) {
    const newer = later(last, message)
    return newer === last ? shown : { ...shown, lastMessage: newer }
  }
  if (compareMoments(message.at, last.at) <= 0) return shown
  return {
    ...shown,
    lastMessage: message,
    lastActivityAt: compareMoments(message.at, shown.lastActivityAt) > 0 ? message.at : shown.lastActivityAt,
  }
}

export function nameOf(customer: Contact): string {
  const address = toPlainName(customer.phone ?? customer.address.replace(/^whatsapp:/, '')) ?? ''
  return toPlainName(customer.name) ?? toReadablePhone(address)
}

/** "+33 6 39 98 00 12": French numbers in pairs, others as they are. */
export function toReadablePhone(phone: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone)
  return french ? `+33 ${french.slice(1).join('\u00a0')}` : phone
}
