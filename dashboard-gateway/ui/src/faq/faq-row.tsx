import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Faq } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { toTrouble } from '../lib/trouble'
import { Switch } from '../ui/switch'
import { TroubleNote } from '../ui/trouble-note'
import { changeFaq, faqsQuery } from './faq.queries'
import { faqWords } from './faq.words'
import classes from './faq-row.module.css'

interface FaqRowProps {
  faq: Faq
  mayManage: boolean
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onEdit: () => void
  onRemove: () => void
}

export function FaqRow({ faq, mayManage, onUp, onDown, onEdit, onRemove }: FaqRowProps) {
  const words = useWords(faqWords)
  const { question, answer, variants, enabled } = faq
  return (
    <li className={classes.row} data-off={!enabled || undefined}>
      <div className={classes.said}>
        <h3 className={classes.question}>{question}</h3>
        <p className={classes.answer}>{answer}</p>
        {variants.length > 0 && <small>{words.variants(variants.length)}</small>}
        {!mayManage && !enabled && <small>{words.off}</small>}
      </div>
      {mayManage && (
        <div className={classes.acts}>
          <Enabled faq={faq} />
          <button
            type="button"
            className={classes.act}
            aria-label={words.up(question)}
            aria-disabled={!onUp}
            onClick={onUp}
          >
            <IconArrowUp size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={classes.act}
            aria-label={words.down(question)}
            aria-disabled={!onDown}
            onClick={onDown}
          >
            <IconArrowDown size={20} aria-hidden />
          </button>
          <button type="button" className={classes.act} aria-label={words.edit(question)} onClick={onEdit}>
            <IconPencil size={20} aria-hidden />
          </button>
          <button type="button" className={classes.act} aria-label={words.remove(question)} onClick={onRemove}>
            <IconTrash size={20} aria-hidden />
          </button>
        </div>
      )}
    </li>
  )
}

function Enabled({ faq }: { faq: Faq }) {
  const words = useWords(faqWords)
  const queryClient = useQueryClient()
  const { mutate, isPending, variables, error, reset } = useMutation({
    mutationFn: (enabled: boolean) => {
      const { question, answer, variants, category, version } = faq
      return changeFaq(faq.id, { question, answer, variants, category, enabled, version })
    },
    networkMode: 'always',
    onSettled: () => queryClient.invalidateQueries(faqsQuery),
  })
  return (
    <>
      <Switch
        label={words.isOn(faq.question)}
        isBare
        isOn={isPending ? variables : faq.enabled}
        onChange={(isOn) => {
          if (!isPending) mutate(isOn)
        }}
      />
      <TroubleNote
        trouble={error ? toTrouble(error) : undefined}
        isBusy={isPending}
        onRetry={() => mutate(!faq.enabled)}
        onReload={reset}
      />
    </>
  )
}
