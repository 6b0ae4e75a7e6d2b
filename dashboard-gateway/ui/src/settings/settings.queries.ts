import { infiniteQueryOptions } from '@tanstack/react-query'
import type { OptOut, Page } from '../lib/api-types'
import { fetchJson } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'

const PAGE = 50

export const optOutsQuery = infiniteQueryOptions({
  queryKey: ['opt-outs'] as const,
  queryFn: ({ pageParam, signal }) =>
    fetchJson<Page<OptOut>>(withQuery(paths.optOuts, { cursor: pageParam, limit: PAGE }), { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap((page) => page.items),
})
