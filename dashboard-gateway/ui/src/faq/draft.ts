import type { Faq, FaqRequest, FieldError } from '../lib/api-types'

/** What is typed; each variant on a line of its own. */
export interface Draft {
  question: string
  variants: string
  answer: string
  category: string
}

export const blank: Draft = { question: '', variants: '', answer: '', category: '' }

export function toDraft({ question, variants, answer, category = '' }: Faq): Draft {
  return { question, variants: variants.join('\n'), answer, category }
}

export function toRequest(draft: Draft, seen: Faq | undefined): FaqRequest {
  return {
    question: draft.question.trim(),
    answer: draft.answer.trim(),
    variants: draft.variants
      .split('\n')
      .map((variant) => variant.trim())
      .filter(Boolean),
    category: draft.category.trim() || undefined,
    enabled: seen?.enabled ?? true,
    version: seen?.version,
  }
}

/** What somebody else saved, under what was typed here. */
export function over(theirs: Draft, typed: Draft, seen: Draft): Draft {
  const field = (name: keyof Draft) => (typed[name] === seen[name] ? theirs[name] : typed[name])
  return {
    question: field('question'),
    variants: field('variants'),
    answer: field('answer'),
    category: field('category'),
  }
}

export function missing(draft: Draft, words: { question: string; answer: string }): FieldError[] {
  return (['question', 'answer'] as const)
    .filter((field) => draft[field].trim() === '')
    .map((field) => ({ field, message: words[field] }))
}
