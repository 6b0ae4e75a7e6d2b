import type { Conversation } from '../lib/api-types'
import { useNow } from '../lib/use-now'

const LOOK_EVERY_MS = 15_000
const SOON_MS = 4 * 3_600_000

/** Whether WhatsApp lets a business answer in its own words, and until when, once that is soon. */
export type FreeText = { isOpen: true; endsSoonAt: string | undefined } | { isOpen: false; wasOpen: boolean }

export function useFreeText({ freeTextUntil }: Conversation): FreeText {
  return toFreeText(freeTextUntil, useNow(LOOK_EVERY_MS))
}

export function toFreeText(until: string | undefined, now: Date): FreeText {
  if (until === undefined) return { isOpen: false, wasOpen: false }
  const leftMs = Date.parse(until) - now.getTime()
  if (leftMs <= 0) return { isOpen: false, wasOpen: true }
  return { isOpen: true, endsSoonAt: leftMs < SOON_MS ? until : undefined }
}
