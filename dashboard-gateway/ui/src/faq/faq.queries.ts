import { queryOptions } from '@tanstack/react-query'
import type { Faq, FaqRequest, ImportPreview, Page, QuestionGroup, Replay } from '../lib/api-types'
import { ask, fetchFile, fetchJson } from '../lib/fetch-json'
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

/** Some thousands of lines, over a slow line. */
const IMPORT_PATIENCE_MS = 60_000

/** What a file would do; done when asked to and no line is wrong. */
export function importFaqs(file: Blob, commit: boolean): Promise<ImportPreview> {
  return fetchJson(withQuery(paths.faqImport, { commit: commit ? 'true' : undefined }), {
    method: 'POST',
    file: { bytes: file, type: 'text/csv' },
    patienceMs: IMPORT_PATIENCE_MS,
  })
}

export function fetchExport(): Promise<Blob> {
  return fetchFile(paths.faqExport)
}

export function fetchSample(): Promise<Blob> {
  return fetchFile(paths.faqSample)
}

/** What customers asked and no FAQ settled, the most asked first. */
export const questionGroupsQuery = queryOptions({
  queryKey: ['questions', 'groups'] as const,
  queryFn: async ({ signal }) => {
    const { items } = await fetchJson<{ items: QuestionGroup[] }>(paths.questionGroups, { signal })
    return items
  },
})

/** Takes it off the list with all that are like it, until it is asked again. */
export function dismissQuestion(id: string): Promise<void> {
  return ask(paths.dismissQuestion(id), { method: 'POST' })
}

/** As many seconds as the assistant reads for, and some. */
const REPLAY_PATIENCE_MS = 20_000

/** @param faq the one that would change; undefined for a new one
 *  @param then as it would be; undefined when it would be gone */
export function replayFaq(
  faq: string | undefined,
  then: FaqRequest | undefined,
  signal?: AbortSignal,
): Promise<Replay> {
  const { question, answer, variants } = then ?? {}
  return fetchJson(paths.replayFaqs, {
    method: 'POST',
    body: { faq, question, answer, variants },
    patienceMs: REPLAY_PATIENCE_MS,
    ...(signal && { signal }),
  })
}
