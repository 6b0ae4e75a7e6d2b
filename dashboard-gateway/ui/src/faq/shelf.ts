import type { Faq } from '../lib/api-types'

/** The FAQs under one heading; without one, those that have none. */
export interface Shelf {
  category: string | undefined
  faqs: Faq[]
}

/** Under their headings, which stand as their first FAQ does. */
export function toShelves(faqs: Faq[]): Shelf[] {
  const shelves = new Map<string | undefined, Faq[]>()
  for (const faq of faqs) {
    const shelf = shelves.get(faq.category)
    if (shelf) shelf.push(faq)
    else shelves.set(faq.category, [faq])
  }
  return [...shelves].map(([category, those]) => ({ category, faqs: those }))
}

/** Those that say all words, wherever, whatever their accents and capitals. */
export function find(faqs: Faq[], search: string): Faq[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return faqs
  return faqs.filter(({ question, variants, answer, category = '' }) => {
    const said = folded([question, ...variants, answer, category].join(' '))
    return words.every((word) => said.includes(word))
  })
}

/** All of them, with one changed places with the next under its heading; undefined where there is none. */
export function moved(faqs: Faq[], faq: Faq, by: -1 | 1): Faq[] | undefined {
  const shelf = faqs.filter(({ category }) => category === faq.category)
  const other = shelf[shelf.findIndex(({ id }) => id === faq.id) + by]
  if (!other) return undefined
  return faqs.map((each) => (each.id === faq.id ? other : each.id === other.id ? faq : each))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase()
}
