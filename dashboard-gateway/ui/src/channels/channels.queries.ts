import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Channel, ConnectRequest } from '../lib/api-types'
import { channelsQuery } from '../lib/channels'
import { ask, fetchJson, isWorthRetrying } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'

const LOOK_WHILE_CHECKING_MS = 2_000
/** A check that has said nothing by then is not waited for with a spinner. */
const PATIENCE_MS = 60_000

/** The same key connects the same number, however often it is sent. */
export function connect(request: ConnectRequest, key: string): Promise<Channel> {
  return fetchJson(paths.channels, { method: 'POST', body: request, headers: { 'Idempotency-Key': key } })
}

export function change(id: string, request: ConnectRequest): Promise<Channel> {
  return fetchJson(paths.channel(id), { method: 'PUT', body: request })
}

export function disconnect({ id, version }: Channel): Promise<void> {
  return ask(withQuery(paths.channel(id), { version }), { method: 'DELETE' })
}

/** Has Twilio asked now; the checklist shows what came of it. */
export function checkAtTwilio(id: string): Promise<void> {
  return ask(paths.checkChannel(id), { method: 'POST' })
}

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
