import type { Message } from '../lib/api-types'
import { later } from '../lib/conversations'
import { compareMoments, isSameDay } from '../lib/time'

/** By time and id, never by arrival, each message once; an answer never stands before what it answers. */
export function toTranscript(messages: Message[]): Message[] {
  const byId = new Map<string, Message>()
  for (const message of messages) {
    const seen = byId.get(message.id)
    byId.set(message.id, seen ? later(seen, message) : message)
  }
  return [...byId.values()]
    .map((message) => {
      const answered = message.answers.map((id) => byId.get(id)?.at ?? '').reduce(latest, '')
      const isBefore = compareMoments(answered, message.at) >= 0
      return { message, at: isBefore ? answered : message.at, rank: isBefore ? 1 : 0 }
    })
    .sort(
      (one, other) =>
        compareMoments(one.at, other.at) || one.rank - other.rank || (one.message.id < other.message.id ? -1 : 1),
    )
    .map(({ message }) => message)
}

export interface Line {
  message: Message
  startsDay: boolean
  /** Says who writes: the first of those that one author wrote in a row. */
  startsVoice: boolean
}

const PAUSE_MS = 10 * 60_000

export function toLines(transcript: Message[]): Line[] {
  return transcript.map((message, index) => {
    const before = transcript[index - 1]
    const startsDay = !before || !isSameDay(before.at, message.at)
    const isSameVoice =
      before !== undefined &&
      before.author.kind === message.author.kind &&
      before.author.person === message.author.person &&
      Date.parse(message.at) - Date.parse(before.at) < PAUSE_MS
    return { message, startsDay, startsVoice: startsDay || !isSameVoice }
  })
}

function latest(one: string, other: string): string {
  return compareMoments(one, other) > 0 ? one : other
}
