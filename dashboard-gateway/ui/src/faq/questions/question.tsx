import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Faq, QuestionGroup } from '../../lib/api-types'
import { useLanguage, useWords } from '../../lib/i18n'
import { toDay } from '../../lib/time'
import { toTrouble } from '../../lib/trouble'
import { useNow } from '../../lib/use-now'
import { TroubleNote } from '../../ui/trouble-note'
import { dismissQuestion, faqsQuery, fetchFaq, questionGroupsQuery } from '../faq.queries'
import { questionsWords } from './questions.words'
import classes from './questions.module.css'

interface QuestionProps {
  group: QuestionGroup
  mayManage: boolean
  onAnswer: () => void
  /** It is what that FAQ answers. */
  onSame: (faq: Faq) => void
}

export function Question({ group, mayManage, onAnswer, onSame }: QuestionProps) {
  const words = useWords(questionsWords)
  const { language } = useLanguage()
  const now = useNow()
  const queryClient = useQueryClient()
  const { question, times, lastAt, nearest, members } = group
  const others = members.filter(({ text }) => text !== question)
  const dismiss = useMutation({
    mutationFn: () => dismissQuestion(group.id),
    networkMode: 'always',
    onSettled: () => queryClient.invalidateQueries(questionGroupsQuery),
  })
  const same = useMutation({
    mutationFn: fetchFaq,
    networkMode: 'always',
    onSuccess: onSame,
    // It is gone meanwhile: the list says what is near now.
    onError: () => Promise.all([faqsQuery, questionGroupsQuery].map((query) => queryClient.invalidateQueries(query))),
  })
  const error = dismiss.error ?? same.error
  return (
    <li className={classes.group}>
      <h2 className={classes.question}>{question}</h2>
      <p className={classes.facts}>{words.times(times, toDay(lastAt, now, language))}</p>
      {nearest && <p className={classes.facts}>{words.nearest(nearest.question)}</p>}
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{words.others(others.length)}</summary>
          <ul>
            {others.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <TroubleNote
        trouble={error ? toTrouble(error) : undefined}
        isBusy={dismiss.isPending || same.isPending}
        onRetry={() => (dismiss.error ? dismiss.mutate() : nearest && same.mutate(nearest.id))}
      />
      <div className={classes.acts}>
        {mayManage && (
          <Button size="md" radius="lg" aria-label={words.answerTo(question)} onClick={onAnswer}>
            {words.answer}
          </Button>
        )}
        {mayManage && nearest && (
          <Button
            variant="default"
            size="md"
            radius="lg"
            aria-label={words.sameAs(question, nearest.question)}
            loading={same.isPending}
            onClick={() => same.mutate(nearest.id)}
          >
            {words.same}
          </Button>
        )}
        <Button
          variant="subtle"
          size="md"
          radius="lg"
          aria-label={words.dismissOf(question)}
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate()}
        >
          {words.dismiss}
        </Button>
      </div>
    </li>
  )
}
