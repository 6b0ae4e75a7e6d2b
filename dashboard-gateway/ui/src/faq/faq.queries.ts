import { queryOptions } from '@tanstack/react-query'
import type { Faq, FaqRequest, Page } from '../lib/api-types'
import { ask, fetchJson } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'

/** As many as one page of the API has. */
const PAGE = 500

/** All of them, in the team's order: some hundreds, which are searched and ordered here. */
export const faqsQuery = queryOptions({
  queryKey: ['faqs'] as const,
  queryFn: async ({ signal }) => {
    const faqs: Faq[] = []
    let cursor: string | undefined
    do {
      const page: Page<Faq> = await fetchJson(withQuery(paths.faqs, { cursor, limit: PAGE }), { signal })
      faqs.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== undefined)
    return faqs
  },
})

export function fetchFaq(id: string): Promise<Faq> {
  return fetchJson(paths.faq(id))
}

/** The same key adds the same FAQ, however often it is sent. */
export function addFaq(faq: FaqRequest, key: string): Promise<Faq> {
  return fetchJson(paths.faqs, { method: 'POST', body: faq, headers: { 'Idempotency-Key': key } })
}

export function changeFaq(id: string, faq: FaqRequest): Promise<Faq> {
  return fetchJson(paths.faq(id), { method: 'PUT', body: faq })
}

export function removeFaq({ id, version }: Faq): Promise<void> {
  return ask(withQuery(paths.faq(id), { version }), { method: 'DELETE' })
}

/** @param faqs all of them, as they shall stand */
export function orderFaqs(faqs: Faq[]): Promise<void> {
  return ask(paths.faqOrder, { method: 'PUT', body: { ids: faqs.map(({ id }) => id) } })
}
