import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock } from '../lib/time'
import type { AuditEntry } from '../lib/api-types'
import { changesWords } from './changes.words'
import { privacyWords } from './privacy.words'

type Change = AuditEntry['changes'][number]

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Days of the week, rules and the like: what matters of them is that they changed. */
function isStructure(value: string | undefined): boolean {
  return value !== undefined && /^[[{]/.test(value)
}

/** Words of one piece, such as synonyms; undefined where they are more than that. */
function toList(value: string | undefined): string[] | undefined {
  try {
    const list: unknown = JSON.parse(value ?? '')
    return Array.isArray(list) && list.every((it) => typeof it === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

/** Says a change as its owner would. */
export function useChanges(): (change: Change) => string {
  const { nothing, change: said } = useWords(privacyWords).audit
  const words = useWords(changesWords)
  const { language } = useLanguage()

  function value(text: string | undefined): string {
    if (text === undefined) return nothing
    if (MOMENT.test(text)) return toDateAndClock(text, language)
    const list = toList(text)
    if (list) return list.length > 0 ? list.join(', ') : nothing
    return words.values[text] ?? text
  }

  return ({ field, from, to }) => {
    const name = words.fields[field] ?? field
    const isWhole = [from, to].some((it) => isStructure(it) && !toList(it))
    return isWhole ? words.changed(name) : said(name, value(from), value(to))
  }
}
