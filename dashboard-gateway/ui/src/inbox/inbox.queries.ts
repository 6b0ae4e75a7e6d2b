import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Conversation, Page } from '../lib/api-types'
import { laterConversation } from '../lib/conversations'
import { fetchJson } from '../lib/fetch-json'
import { merging, type Pages } from '../lib/pages'
import { paths, withQuery } from '../lib/paths'
import { compareMoments } from '../lib/time'

const PAGE = 40

export type InboxPages = Pages<Conversation>

export const inboxKey = ['inbox'] as const

export const inboxQuery = infiniteQueryOptions({
  queryKey: inboxKey,
  queryFn: ({ pageParam, signal }) =>
    fetchJson<Page<Conversation>>(withQuery(paths.conversations, { sort: 'latest', cursor: pageParam, limit: PAGE }), {
      signal,
    }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
  staleTime: Infinity,
  select: toRows,
  structuralSharing: merging(keepNewer),
})

/** Newest first, each once: a row that moved while its page was under way may stand on two. */
export function toRows({ pages }: InboxPages): Conversation[] {
  const rows = new Map<string, Conversation>()
  for (const conversation of pages.flatMap((page) => page.items)) {
    const seen = rows.get(conversation.id)
    rows.set(conversation.id, seen ? laterConversation(seen, conversation) : conversation)
  }
  return [...rows.values()].sort(byLatest)
}

/** An answer that left the server before a change that we already heard of must not undo it. */
export function keepNewer(before: InboxPages, fetched: InboxPages): InboxPages {
  const shown = new Map(toRows(before).map((conversation) => [conversation.id, conversation]))
  const pages = fetched.pages.map((page) => ({
    ...page,
    items: page.items.map((conversation) => {
      const seen = shown.get(conversation.id)
      return seen ? laterConversation(conversation, seen) : conversation
    }),
  }))
  const [first, ...others] = pages
  const top = first?.items[0]
  if (!first || !top) return { ...fetched, pages }
  const answered = new Set(toRows(fetched).map(({ id }) => id))
  const arrivedSince = toRows(before).filter((row) => !answered.has(row.id) && byLatest(row, top) < 0)
  return { ...fetched, pages: [{ ...first, items: [...arrivedSince, ...first.items] }, ...others] }
}

export function byLatest(one: Conversation, other: Conversation): number {
  return compareMoments(other.lastActivityAt, one.lastActivityAt) || (one.id < other.id ? 1 : -1)
}
