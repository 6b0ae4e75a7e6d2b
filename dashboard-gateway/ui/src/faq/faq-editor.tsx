import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Faq, Replay } from '../lib/api-types'
import { Problem } from '../lib/fetch-json'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TextArea, TextField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { blank, missing, over, toDraft, toRequest, type Draft } from './draft'
import { addFaq, changeFaq, faqsQuery, fetchFaq, questionGroupsQuery, replayFaq } from './faq.queries'
import { faqEditorWords } from './faq-editor.words'
import { ChangedAnswers } from './replay/changed-answers'
import classes from './faq-editor.module.css'

interface FaqEditorProps {
  /** The one that is changed; without one a new one is added. */
  faq?: Faq
  /** What is written there before anything is typed. */
  start?: Draft
  /** An open question that this answers, with all that are like it. */
  settles?: string
  onClose: () => void
}

export function FaqEditor({ faq, start, settles, onClose }: FaqEditorProps) {
  const words = useWords(faqEditorWords)
  const queryClient = useQueryClient()
  const [seen, setSeen] = useState(faq)
  const [draft, setDraft] = useState(start ?? (faq ? toDraft(faq) : blank))
  /** What would change, seen before it is saved; null: nobody knows. */
  const [review, setReview] = useState<Replay | null>()
  const [key] = useState(() => crypto.randomUUID())
  const { form, submit, run, isSaving, trouble, errors } = useSaving({
    check: () => missing(draft, words.missing),
    save: async () => {
      const request = { ...toRequest(draft, seen), settles }
      if (review === undefined && request.enabled) {
        const replay = await replayFaq(seen?.id, request).catch(unlessRefused)
        if (replay === null || (replay && replay.changed.length > 0)) {
          setReview(replay)
          return
        }
      }
      await (seen ? changeFaq(seen.id, request) : addFaq(request, key))
      await queryClient.invalidateQueries(faqsQuery)
      if (settles !== undefined) await queryClient.invalidateQueries(questionGroupsQuery)
      onClose()
    },
  })

  async function loadTheirs(): Promise<void> {
    if (!seen) return
    const theirs = await fetchFaq(seen.id)
    setDraft(over(toDraft(theirs), draft, toDraft(seen)))
    setSeen(theirs)
    setReview(undefined)
  }

  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setDraft((before) => ({ ...before, [name]: value }))
      setReview(undefined)
    },
    error: mistakeAt(errors, name),
  })
  const variantMistake = errors.find((error) => error.field.startsWith('variants'))?.message
  return (
    <Dialog title={seen ? words.change : words.add} close={words.cancel} onClose={onClose}>
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField label={words.question} description={words.questionHint} maxLength={300} {...field('question')} />
        <TextArea label={words.answer} rows={5} maxLength={2000} {...field('answer')} />
        <TextArea
          label={words.variants}
          description={words.variantsHint}
          rows={3}
          {...field('variants')}
          error={variantMistake}
        />
        <Category {...field('category')} />
        {review !== undefined && <ChangedAnswers replay={review} />}
        <TroubleNote
          trouble={trouble}
          isBusy={isSaving}
          onRetry={() => void submit()}
          onReload={seen && (() => void run(loadTheirs))}
        />
        <div className={classes.choices}>
          <Button variant="default" size="md" radius="lg" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" size="md" radius="lg" loading={isSaving}>
            {review === undefined ? words.save : words.saveAll}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What cannot be read again cannot be saved either, which says why; of what failed nobody knows what would change. */
function unlessRefused(error: unknown): undefined | null {
  return error instanceof Problem && error.status < 500 ? undefined : null
}

interface CategoryProps {
  value: string
  error: string | undefined
  onChange: (event: { currentTarget: { value: string } }) => void
}

/** Free, with those that there are offered. */
function Category(input: CategoryProps) {
  const words = useWords(faqEditorWords)
  const id = useId()
  const { data: faqs = [] } = useQuery(faqsQuery)
  const categories = [...new Set(faqs.flatMap(({ category }) => category ?? []))]
  return (
    <>
      <TextField label={words.category} optional={words.optional} maxLength={60} list={id} {...input} />
      <datalist id={id}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </>
  )
}
