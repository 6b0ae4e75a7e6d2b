import type { Language } from './i18n'

const DAY_MS = 86_400_000
const YESTERDAY = { fr: 'hier', en: 'yesterday' }
const TODAY = { fr: "Aujourd'hui", en: 'Today' }
const THE_DAY_BEFORE = { fr: 'Hier', en: 'Yesterday' }
const locales = { fr: 'fr-FR', en: 'en-GB' }

/** Before, at once, after. As text, because servers count finer than milliseconds; without the Z, which sorts after a fraction. */
export function compareMoments(one: string, other: string): number {
  const [a, b] = [one.replace(/Z$/, ''), other.replace(/Z$/, '')]
  return a < b ? -1 : a > b ? 1 : 0
}

/** "14:05" */
export function toClock(at: string, language: Language): string {
  return new Date(at).toLocaleTimeString(locales[language], { hour: '2-digit', minute: '2-digit' })
}

/** As a row of a list says it: "14:05", "hier", "mardi", "3 nov.", "3 nov. 2025". */
export function toShortMoment(at: string, now: Date, language: Language): string {
  const days = daysBetween(at, now)
  if (days <= 0) return toClock(at, language)
  if (days === 1) return YESTERDAY[language]
  const date = new Date(at)
  if (days < 7) return date.toLocaleDateString(locales[language], { weekday: 'long' })
  return date.toLocaleDateString(locales[language], {
    day: 'numeric',
    month: 'short',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  })
}

/** As a separator says it: "Aujourd'hui", "Hier", "mardi 3 novembre". */
export function toDay(at: string, now: Date, language: Language): string {
  const days = daysBetween(at, now)
  if (days === 0) return TODAY[language]
  if (days === 1) return THE_DAY_BEFORE[language]
  const date = new Date(at)
  return date.toLocaleDateString(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  })
}

/** In full, for a tooltip and for screen readers: "mardi 3 novembre 2026 à 14:05". */
export function toFullMoment(at: string, language: Language): string {
  return new Date(at).toLocaleString(locales[language], { dateStyle: 'full', timeStyle: 'short' })
}

/** "3 novembre 2026 à 14:05" */
export function toDateAndClock(at: string, language: Language): string {
  return new Date(at).toLocaleString(locales[language], { dateStyle: 'long', timeStyle: 'short' })
}

/** "3 novembre 2026" */
export function toDate(at: string, language: Language): string {
  return new Date(at).toLocaleDateString(locales[language], { dateStyle: 'long' })
}

export function isSameDay(one: string, other: string): boolean {
  return startOfDay(new Date(one)) === startOfDay(new Date(other))
}

/** Calendar days, not spans of 24 hours: yesterday evening is yesterday. */
function daysBetween(at: string, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(new Date(at))) / DAY_MS)
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
