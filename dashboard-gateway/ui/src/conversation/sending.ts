import { useMutation, useMutationState, useQueryClient, type MutationState } from '@tanstack/react-query'
import type { Message } from '../lib/api-types'
import { fetchJson, isWorthRetrying, Problem } from '../lib/fetch-json'
import { paths } from '../lib/paths'
import { useTell } from '../live/fold'
import { conversationKey, messagesKey, type MessagePages } from './conversation.queries'

const ATTEMPTS = 3

/** A message that was written here and that the server has not confirmed yet. */
export interface Draft {
  /** Made once: sent again under the same key, it is the same message. */
  key: string
  /** Of a template: how it reads. */
  body: string
  template?: { contentSid: string; variables: Record<string, string> }
  at: string
  /** How many messages with these words were there before it, to know it again when the feed is faster than the answer. */
  before: number
}

export interface Leaving extends Draft {
  standing: 'leaving' | 'waiting-for-network' | 'failed'
  failure: string | undefined
}

const sendingKey = (id: string) => ['send', id] as const

export function useSending(id: string, me: string) {
  const queryClient = useQueryClient()
  const tell = useTell()
  const { mutate } = useMutation({
    mutationKey: sendingKey(id),
    mutationFn: ({ key, body, template }: Draft) =>
      fetchJson<Message>(paths.messages(id), {
        method: 'POST',
        body: template ? { template } : { body },
        headers: { 'Idempotency-Key': key },
      }),
    // One after the other, in the order they were written.
    scope: { id: `send ${id}` },
    retry: (failures, error) => failures < ATTEMPTS && isWorthRetrying(error),
    gcTime: Infinity,
    onSuccess: (message) =>
      tell({ type: 'MessageChanged', data: { conversation: id, version: message.version, message } }),
    onError: (error) => {
      // The window closed, or someone else changed who leads: what is shown is no longer true.
      if (error instanceof Problem && error.status === 409)
        void queryClient.invalidateQueries({ queryKey: conversationKey(id) })
    },
  })
  const cache = queryClient.getMutationCache()
  const find = (key: string) =>
    cache.findAll({ mutationKey: sendingKey(id) }).find((it) => (it.state.variables as Draft | undefined)?.key === key)
  const drafts = useMutationState({
    filters: { mutationKey: sendingKey(id) },
    select: ({ state }) => state as MutationState<Message, Error, Draft>,
  })

  function send(body: string, template?: Draft['template']): void {
    const messages = queryClient.getQueryData<MessagePages>(messagesKey(id))?.pages.flatMap((page) => page.items) ?? []
    const unconfirmed = drafts.filter(({ status, variables }) => status !== 'success' && variables?.body === body)
    mutate({
      key: crypto.randomUUID(),
      body,
      template,
      at: new Date().toISOString(),
      before: countOf(messages, body, me) + unconfirmed.length,
    })
  }

  function retry(key: string): void {
    const failed = find(key)
    if (!failed) return
    cache.remove(failed)
    mutate(failed.state.variables as Draft)
  }

  function forget(key: string): void {
    const failed = find(key)
    if (failed) cache.remove(failed)
  }

  return { leaving: drafts.flatMap(toLeaving), send, retry, forget }
}

/** What still has to be shown beside the transcript: the feed may have brought a message before its own answer came. */
export function withoutArrived(leaving: Leaving[], transcript: Message[], me: string): Leaving[] {
  return leaving.filter(({ body, before }) => countOf(transcript, body, me) <= before)
}

function countOf(messages: Message[], body: string, me: string): number {
  return messages.filter((message) => message.author.person === me && message.body === body).length
}

function toLeaving({ status, isPaused, variables, error }: MutationState<Message, Error, Draft>): Leaving[] {
  if (!variables || status === 'success' || status === 'idle') return []
  if (status === 'error')
    return [{ ...variables, standing: 'failed', failure: error instanceof Problem ? error.message : undefined }]
  return [
    { ...variables, standing: isPaused && !navigator.onLine ? 'waiting-for-network' : 'leaving', failure: undefined },
  ]
}
