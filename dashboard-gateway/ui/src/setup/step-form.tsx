import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPlugConnectedX } from '@tabler/icons-react'
import { type ReactNode, type RefObject } from 'react'
import { useWords } from '../lib/i18n'
import { ErrorPicture } from '../ui/pictures'
import { setupWords } from './setup.words'
import type { Trouble } from '../lib/trouble'
import { TroubleNote } from '../ui/trouble-note'
import { StepHeading } from './wizard-frame'
import classes from './step-form.module.css'

interface StepFormProps {
  title: string
  lead: string
  /** Nothing for a step that holds forms of its own. */
  form?: RefObject<HTMLFormElement | null>
  onSubmit: () => void
  onBack?: (() => void) | undefined
  skip?: { label: string; onSkip: () => void } | undefined
  /** What the button says; nothing for a step that can only be skipped. */
  next?: string | undefined
  isSaving: boolean
  trouble: Trouble | undefined
  onReload?: (() => void) | undefined
  children: ReactNode
}

/** One step: its words, its fields, and below, in the thumb's place, the ways on and back. */
export function StepForm({ title, lead, form, next, skip, isSaving, trouble, children, ...act }: StepFormProps) {
  const words = useWords(setupWords)
  const content = (
    <>
      <div className={classes.column}>
        <StepHeading title={title} lead={lead} />
        <div className={classes.fields}>{children}</div>
      </div>
      <footer className={classes.foot}>
        <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={act.onSubmit} onReload={act.onReload} />
        <div className={classes.acts}>
          {act.onBack && (
            <Button
              variant="subtle"
              size="md"
              radius="lg"
              className={classes.act}
              leftSection={<IconArrowLeft size={18} aria-hidden />}
              onClick={act.onBack}
            >
              {words.back}
            </Button>
          )}
          <span className={classes.between} />
          {skip && (
            <Button
              variant="subtle"
              size="md"
              radius="lg"
              className={classes.act}
              disabled={isSaving}
              onClick={skip.onSkip}
            >
              {skip.label}
            </Button>
          )}
          {next !== undefined && (
            <Button
              type={form ? 'submit' : 'button'}
              size="md"
              radius="lg"
              className={`${classes.act ?? ''} ${classes.next ?? ''}`}
              onClick={form ? undefined : act.onSubmit}
              loading={isSaving}
              rightSection={<IconArrowRight size={18} aria-hidden />}
            >
              {next}
            </Button>
          )}
        </div>
        <VisuallyHidden component="span" role="status">
          {isSaving ? words.saving : ''}
        </VisuallyHidden>
      </footer>
    </>
  )
  return form ? (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        act.onSubmit()
      }}
    >
      {content}
    </form>
  ) : (
    <div className={classes.form}>{content}</div>
  )
}

/** The shape of a step whose answers are on their way, or could not be had. */
export function StepWaiting({
  isBroken,
  isAsking,
  onRetry,
}: {
  isBroken: boolean
  isAsking: boolean
  onRetry: () => void
}) {
  const words = useWords(setupWords)
  if (isBroken)
    return <ErrorPicture {...words.error} icon={<IconPlugConnectedX size={34} />} onRetry={onRetry} busy={isAsking} />
  return (
    <div className={`${classes.column ?? ''} ${classes.waiting ?? ''}`} role="status" aria-label={words.pending}>
      <Skeleton height={34} width="58%" radius="xl" />
      <Skeleton height={16} width="84%" radius="xl" mt={20} />
      {[0, 1, 2, 3].map((index) => (
        <Skeleton key={index} height={56} radius="lg" mt={index === 0 ? 40 : 16} />
      ))}
    </div>
  )
}
