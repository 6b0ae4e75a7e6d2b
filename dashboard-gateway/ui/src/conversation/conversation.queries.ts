import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Conversation, Message, Page } from '../lib/api-types'
import { later, laterConversation } from '../lib/conversations'
import { fetchJson } from '../lib/fetch-json'
import { merging, type Pages } from '../lib/pages'
import { paths, withQuery } from '../lib/paths'
import { compareMoments } from '../lib/time'
import { toTranscript } from './transcript'

const PAGE = 40

export type MessagePages = Pages<Message>

export const conversationKey = (id: string) => ['conversation', id] as const
export const messagesKey = (id: string) => ['messages', id] as const

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKey(id),
    queryFn: ({ signal }) => fetchJson<Conversation>(paths.conversation(id), { signal }),
    staleTime: Infinity,
    structuralSharing: (before, fetched) =>
      before ? laterConversation(fetched as Conversation, before as Conversation) : fetched,
  })

/** The latest first, as the server pages them; shown as a transcript. */
export const messagesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: messagesKey(id),
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<Message>>(withQuery(paths.messages(id), { cursor: pageParam, limit: PAGE }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
    select: ({ pages }) => toTranscript(pages.flatMap((page) => page.items)),
    structuralSharing: merging(keepNewer),
  })

/** An answer that left the server before a change that we already heard of must not undo it. */
export function keepNewer(before: MessagePages, fetched: MessagePages): MessagePages {
  const shown = new Map(before.pages.flatMap((page) => page.items).map((message) => [message.id, message]))
  const answered = new Set<string>()
  const pages = fetched.pages.map((page) => ({
    ...page,
    items: page.items.map((message) => {
      answered.add(message.id)
      const seen = shown.get(message.id)
      return seen ? later(message, seen) : message
    }),
  }))
  const [first, ...others] = pages
  if (!first) return { ...fetched, pages }
  const latest = first.items[0]?.at ?? ''
  const arrivedSince = [...shown.values()].filter(({ id, at }) => !answered.has(id) && compareMoments(at, latest) >= 0)
  return { ...fetched, pages: [{ ...first, items: [...arrivedSince, ...first.items] }, ...others] }
}
