import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Channel, OptOut, Page } from '../lib/api-types'
import { ask, fetchJson, isWorthRetrying } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'

const PAGE = 50
const LOOK_MS = 30_000
const LOOK_WHILE_CHECKING_MS = 2_000
/** A check that has said nothing by then is not waited for with a spinner. */
const PATIENCE_MS = 60_000

export const channelsQuery = queryOptions({
  queryKey: ['channels'] as const,
  queryFn: ({ signal }) => fetchJson<Page<Channel>>(paths.channels, { signal }),
  // No change is told of a channel's standing: it is asked for while somebody looks at it.
  refetchInterval: LOOK_MS,
})

export const optOutsQuery = infiniteQueryOptions({
  queryKey: ['opt-outs'] as const,
  queryFn: ({ pageParam, signal }) =>
    fetchJson<Page<OptOut>>(withQuery(paths.optOuts, { cursor: pageParam, limit: PAGE }), { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap((page) => page.items),
})

export type Checking = 'idle' | 'checking' | 'late' | 'failed'

/** Has a channel compared with Twilio's list now, and follows until it says so. */
export function useCheck({ id, reconciliation: { checkedAt } }: Channel) {
  const queryClient = useQueryClient()
  // What was known when it was asked for: another time is the answer.
  const [asked, setAsked] = useState<{ before: string | undefined }>()
  const [isLate, setIsLate] = useState(false)
  const { mutate, isPending, isError } = useMutation({
    mutationKey: ['reconcile', id],
    mutationFn: () => ask(paths.reconcile(id), { method: 'POST' }),
    retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    onError: () => setAsked(undefined),
  })
  const isWaiting = asked !== undefined && asked.before === checkedAt && !isLate

  useEffect(() => {
    if (!isWaiting) return
    const look = setInterval(() => void queryClient.invalidateQueries(channelsQuery), LOOK_WHILE_CHECKING_MS)
    const end = setTimeout(() => setIsLate(true), PATIENCE_MS)
    return () => {
      clearInterval(look)
      clearTimeout(end)
    }
  }, [isWaiting, queryClient])

  function check(): void {
    setIsLate(false)
    setAsked({ before: checkedAt })
    mutate()
  }

  const isAnswered = asked !== undefined && asked.before !== checkedAt
  const checking: Checking = isError
    ? 'failed'
    : isPending || isWaiting
      ? 'checking'
      : isLate && !isAnswered
        ? 'late'
        : 'idle'
  return { check, checking }
}
