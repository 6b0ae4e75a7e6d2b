import { useMutation } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Conversation } from '../lib/api-types'
import { fetchJson, isWorthRetrying } from '../lib/fetch-json'
import { paths } from '../lib/paths'
import { useTell } from '../live/fold'

/** A conversation that lies open before someone's eyes is read; one in a hidden tab is not. */
export function useMarkRead({ id, unread, status }: Conversation): void {
  const tell = useTell()
  const isSeen = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible')
  const { mutate } = useMutation({
    mutationKey: ['read', id],
    scope: { id: `read ${id}` },
    mutationFn: () => fetchJson<Conversation>(paths.act(id, 'read'), { method: 'POST' }),
    retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    onSuccess: (conversation) => tell({ type: 'ConversationChanged', data: { conversation } }),
  })
  // To be opened is what makes a new conversation an open one, even when nothing in it is unread.
  const wantsReading = isSeen && (unread > 0 || status === 'new')
  useEffect(() => {
    if (wantsReading) mutate()
    // A message that comes in while it is open counts anew, and is read too.
  }, [wantsReading, unread, mutate])
}

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
