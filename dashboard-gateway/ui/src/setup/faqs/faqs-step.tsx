import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReadyFaq } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { EmptyPicture } from '../../ui/pictures'
import { Switch } from '../../ui/switch'
import { readyFaqsQuery, saveReadyFaqs } from '../setup.queries'
import { setupWords } from '../setup.words'
import { StepForm, StepWaiting } from '../step-form'
import { useStep, type StepProps } from '../step'
import { useKept } from '../use-kept'
import { faqsWords } from './faqs.words'
import classes from './faqs.module.css'

/** The trade's ready FAQs, as customers would read them. */
export function FaqsStep(props: StepProps) {
  const ready = useQuery(readyFaqsQuery)
  if (!ready.data)
    return <StepWaiting isBroken={ready.isError} isAsking={ready.isFetching} onRetry={() => void ready.refetch()} />
  const { items } = ready.data
  return (
    <ReadyFaqs
      {...props}
      faqs={items.filter(({ state }) => state === 'ready')}
      there={items.filter(({ state }) => state === 'there' || state === 'saved')}
      waiting={items.filter(({ state }) => state === 'incomplete')}
    />
  )
}

/** Those that are there were saved before; those that wait need what an earlier step leaves open. */
function ReadyFaqs({
  workspace,
  faqs,
  there,
  waiting,
  onBack,
  onNext,
}: StepProps & { faqs: ReadyFaq[]; there: ReadyFaq[]; waiting: ReadyFaq[] }) {
  const words = useWords(faqsWords)
  const { skip, next } = useWords(setupWords)
  const { typed, change, forget } = useKept(`${workspace}.faqs`, { off: [] as string[] })
  const { off } = typed
  const kept = faqs.filter(({ key }) => !off.includes(key))
  const isEmpty = faqs.length === 0
  const shown = [...there.map((faq) => ({ ...faq, isThere: true })), ...faqs.map((faq) => ({ ...faq, isThere: false }))]
  const step = useStep({
    step: 'faqs',
    check: () => (kept.length === 0 && !isEmpty ? [{ field: 'keys', message: words.nothing }] : []),
    save: async () => {
      if (!isEmpty) await saveReadyFaqs(kept.map(({ key }) => key))
      forget()
    },
    onNext,
  })
  return (
    <StepForm
      title={words.title}
      lead={words.lead}
      form={step.form}
      next={isEmpty ? next : words.save}
      skip={kept.length === 0 && !isEmpty ? { label: skip, onSkip: step.skip } : undefined}
      isSaving={step.isSaving}
      trouble={step.trouble}
      onBack={onBack}
      onSubmit={() => void step.submit()}
    >
      {shown.length === 0 ? (
        <div className={classes.list}>
          <EmptyPicture {...words.empty} icon={<IconMessageQuestion size={34} />} />
        </div>
      ) : (
        <div>
          <p className={classes.count} role="status">
            {words.count(there.length + kept.length, shown.length)}
          </p>
          <ul className={classes.list} aria-label={words.list}>
            {shown.map(({ key, question, answer, isThere }) => {
              const isOn = isThere || !off.includes(key)
              return (
                <li key={key} className={classes.faq} data-off={!isOn || undefined}>
                  <div className={classes.words} lang="fr">
                    <h2 className={classes.question}>{question}</h2>
                    <p className={classes.answer}>{answer}</p>
                  </div>
                  {isThere ? (
                    <span className={classes.there}>{words.there}</span>
                  ) : (
                    <Switch
                      isBare
                      label={words.use(question)}
                      isOn={isOn}
                      onChange={(on) => change({ off: on ? off.filter((it) => it !== key) : [...off, key] })}
                    />
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {waiting.length > 0 && (
        <ul className={classes.waiting} aria-label={words.waiting}>
          {waiting.map(({ key, question, missing }) => (
            <li key={key} lang="fr">
              {words.waitsFor(question, missing)}
            </li>
          ))}
        </ul>
      )}
    </StepForm>
  )
}
