import { Button } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useWords } from '../lib/i18n'
import type { Trouble } from '../lib/trouble'
import { troubleWords } from './trouble.words'
import classes from './trouble-note.module.css'

interface TroubleNoteProps {
  trouble: Trouble | undefined
  isBusy: boolean
  onRetry: () => void
  /** Loads what somebody else saved, under what is typed here. */
  onReload?: (() => void) | undefined
}

/** Why it was not saved, and what can be done; nothing that was typed is lost. */
export function TroubleNote({ trouble, isBusy, onRetry, onReload }: TroubleNoteProps) {
  const words = useWords(troubleWords)
  if (!trouble) return null
  const { title, text } =
    trouble.kind === 'fields'
      ? { title: words.fields(trouble.errors.length), text: unplaced(trouble) }
      : trouble.kind === 'unreachable'
        ? words.unreachable
        : { title: trouble.title, text: trouble.detail }
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangleFilled size={22} aria-hidden />
      <p>
        <strong>{title}</strong>
        {text && <span>{text}</span>}
      </p>
      {trouble.kind === 'unreachable' && (
        <Button variant="default" size="md" radius="lg" className={classes.act} loading={isBusy} onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      {trouble.kind === 'changed' && onReload && (
        <Button variant="default" size="md" radius="lg" className={classes.act} loading={isBusy} onClick={onReload}>
          {words.reload}
        </Button>
      )}
    </div>
  )
}

/** What the fields say stands at them; but one that is far up on a phone is worth saying twice. */
function unplaced({ errors }: Extract<Trouble, { kind: 'fields' }>): string {
  return [...new Set(errors.map(({ message }) => message))].join(' ')
}
