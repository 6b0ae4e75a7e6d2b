import { useMutation } from '@tanstack/react-query'
import type { Conversation } from '../lib/api-types'
import { fetchJson, isWorthRetrying } from '../lib/fetch-json'
import { paths } from '../lib/paths'
import { useTell } from '../live/fold'

/** Takes the lead of a conversation, or gives it back to the assistant. */
export function useLead(id: string, act: 'takeover' | 'handback') {
  const tell = useTell()
  return useMutation({
    mutationKey: [act, id],
    mutationFn: () => fetchJson<Conversation>(paths.act(id, act), { method: 'POST' }),
    retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    onSuccess: (conversation) => tell({ type: 'ConversationChanged', data: { conversation } }),
  })
}
