import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Message } from '../lib/api-types'
import { fetchJson, isWorthRetrying, Problem } from '../lib/fetch-json'
import { useWords } from '../lib/i18n'
import { paths } from '../lib/paths'
import { useTell } from '../live/fold'
import { conversationKey } from './conversation.queries'
import { conversationWords } from './conversation.words'
import classes from './bubble.module.css'

/** Asks once for a refused message to be sent again, however often the request itself has to be repeated. */
function useResend(conversation: string, message: Message) {
  const queryClient = useQueryClient()
  const tell = useTell()
  const [key] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationKey: ['resend', message.id],
    mutationFn: () =>
      fetchJson<Message>(paths.resend(conversation, message.id), {
        method: 'POST',
        headers: { 'Idempotency-Key': key },
      }),
    retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    onSuccess: (again) =>
      tell({ type: 'MessageChanged', data: { conversation, version: again.version, message: again } }),
    onError: (error) => {
      // The window closed, or the customer wants no more messages: what is shown is no longer true.
      if (error instanceof Problem && error.status === 409)
        void queryClient.invalidateQueries({ queryKey: conversationKey(conversation) })
    },
  })
}

/** Why a message did not reach the customer, and the way to try again. Made anew for each round. */
export function Refused({ conversation, message }: { conversation: string; message: Message }) {
  const words = useWords(conversationWords)
  const resend = useResend(conversation, message)
  if (resend.isPending || resend.isSuccess)
    return (
      <span className={classes.note} role="status">
        {words.resend.pending}
      </span>
    )
  return (
    <div className={classes.refused}>
      <span className={classes.failure}>{message.failure ?? words.status.refused}</span>
      {resend.isError && (
        <span className={classes.failure} role="alert">
          {resend.error instanceof Problem ? resend.error.message : words.resend.failed}
        </span>
      )}
      {message.resendable && (
        <button type="button" className={classes.choice} onClick={() => resend.mutate()}>
          <IconRefresh size={17} aria-hidden />
          {words.resend.again}
        </button>
      )}
    </div>
  )
}
