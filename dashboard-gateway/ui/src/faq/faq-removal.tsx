import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Faq } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { toTrouble } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TroubleNote } from '../ui/trouble-note'
import { faqsQuery, removeFaq, replayFaq } from './faq.queries'
import { faqWords } from './faq.words'
import { ChangedAnswers } from './replay/changed-answers'
import { replayWords } from './replay/replay.words'
import classes from './faq-removal.module.css'

/** Asks first: what is deleted does not come back. */
export function FaqRemoval({ faq, onClose }: { faq: Faq; onClose: () => void }) {
  const { removal } = useWords(faqWords)
  const queryClient = useQueryClient()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => removeFaq(faq),
    networkMode: 'always',
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(faqsQuery),
  })
  return (
    <Dialog title={removal.title} close={removal.no} onClose={onClose}>
      <div className={classes.removal}>
        <p className={classes.text}>{removal.text(faq.question)}</p>
        {faq.enabled && <Loss faq={faq} />}
        <TroubleNote
          trouble={error ? toTrouble(error) : undefined}
          isBusy={isPending}
          onRetry={() => mutate()}
          onReload={reset}
        />
        <div className={classes.choices}>
          <Button variant="default" size="md" radius="lg" onClick={onClose}>
            {removal.no}
          </Button>
          <Button size="md" radius="lg" loading={isPending} onClick={() => mutate()}>
            {removal.yes}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Who would be answered no more, while one decides. */
function Loss({ faq }: { faq: Faq }) {
  const words = useWords(replayWords)
  const replay = useQuery({
    queryKey: ['replay', faq.id, faq.version],
    queryFn: ({ signal }) => replayFaq(faq.id, undefined, signal),
    retry: false,
    staleTime: 0,
  })
  if (replay.isPending)
    return (
      <p className={classes.text} role="status">
        {words.reading}
      </p>
    )
  return <ChangedAnswers replay={replay.data ?? null} />
}
