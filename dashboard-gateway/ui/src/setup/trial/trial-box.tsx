import { Button, Loader, VisuallyHidden } from '@mantine/core'
import { IconHandStop, IconSend2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TryAnswer } from '../../lib/api-types'
import { isWorthRetrying, Problem } from '../../lib/fetch-json'
import { useWords } from '../../lib/i18n'
import { BellIcon } from '../../ui/icons'
import { tryAssistant } from '../setup.queries'
import { QUESTIONS, trialWords } from './trial.words'
import classes from './trial.module.css'

const LONGEST = 4096
/** As many as the assistant is told of. */
const REMEMBERED = 10

interface Turn {
  question: string
  answer: TryAnswer
}

/** Talks to the assistant as a customer would, sending nothing. */
export function TrialBox() {
  const words = useWords(trialWords)
  const [turns, setTurns] = useState<Turn[]>([])
  const [question, setQuestion] = useState('')
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (text: string) =>
      tryAssistant(
        text,
        turns.slice(-REMEMBERED).map((turn) => turn.question),
      ),
    networkMode: 'always',
    retry: (failures, cause) => failures < 1 && isWorthRetrying(cause),
    onSuccess: (answer, text) => {
      setTurns((before) => [...before, { question: text, answer }])
      setQuestion((now) => (now.trim() === text ? '' : now))
    },
  })

  function ask(text: string): void {
    if (text === '' || isPending) return
    setQuestion(text)
    mutate(text)
  }

  return (
    <section className={classes.box} aria-label={words.label}>
      <div
        className={classes.talk}
        role="log"
        aria-live="polite"
        ref={turns.length > 0 || isPending ? toEnd : undefined}
      >
        {turns.length === 0 && !isPending && <p className={classes.empty}>{words.empty}</p>}
        {turns.map((turn, index) => (
          <Exchange key={index} {...turn} />
        ))}
        {isPending && (
          <>
            <p className={classes.customer}>
              <VisuallyHidden component="span">{words.you} : </VisuallyHidden>
              {variables}
            </p>
            <p className={classes.thinking}>
              <Loader size={16} color="currentColor" aria-hidden />
              {words.thinking}
            </p>
          </>
        )}
      </div>
      {error && (
        <p className={classes.failed} role="alert">
          <span>{error instanceof Problem && error.status < 500 ? (error.detail ?? error.title) : words.failed}</span>
          <Button variant="default" size="md" radius="lg" onClick={() => ask(question.trim())}>
            {words.retry}
          </Button>
        </p>
      )}
      {turns.length === 0 && (
        <div className={classes.ideas} role="group" aria-label={words.ideas}>
          {QUESTIONS.map((idea) => (
            <button key={idea} type="button" className={classes.idea} disabled={isPending} onClick={() => ask(idea)}>
              {idea}
            </button>
          ))}
        </div>
      )}
      <form
        className={classes.ask}
        onSubmit={(event) => {
          event.preventDefault()
          ask(question.trim())
        }}
      >
        <input
          className={classes.question}
          aria-label={words.question}
          placeholder={words.placeholder}
          value={question}
          maxLength={LONGEST}
          autoComplete="off"
          enterKeyHint="send"
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <button
          type="submit"
          className={classes.send}
          aria-label={words.send}
          title={words.send}
          disabled={question.trim() === '' || isPending}
        >
          <IconSend2 size={22} aria-hidden />
        </button>
      </form>
    </section>
  )
}

function Exchange({ question, answer: { text, handover, sources } }: Turn) {
  const words = useWords(trialWords)
  const source = sources[0]
  return (
    <>
      <p className={classes.customer}>
        <VisuallyHidden component="span">{words.you} : </VisuallyHidden>
        {question}
      </p>
      <div className={classes.assistant}>
        <span className={classes.voice}>
          <BellIcon size={15} />
          {words.assistant}
        </span>
        <p data-silent={text === undefined || undefined}>{text ?? words.silent}</p>
        {source && <small>{words.source(source.question)}</small>}
        {handover && (
          <small className={classes.handover}>
            <IconHandStop size={15} aria-hidden />
            {words.handover}
          </small>
        )}
      </div>
    </>
  )
}

function toEnd(talk: HTMLElement | null): () => void {
  const bottom = () => talk?.scrollTo({ top: talk.scrollHeight })
  const watch = new MutationObserver(bottom)
  if (talk) watch.observe(talk, { childList: true, subtree: true })
  bottom()
  return () => watch.disconnect()
}
