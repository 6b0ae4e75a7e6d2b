import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Onboarding, Step } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { WordMark } from '../ui/word-mark'
import { setupWords } from './setup.words'
import classes from './wizard-frame.module.css'

export const STEPS: readonly Step[] = ['business', 'hours', 'services', 'tone', 'channel', 'faqs']

interface WizardFrameProps {
  /** None when all is said. */
  step: Step | undefined
  onboarding?: Onboarding | undefined
  onStep?: (step: Step) => void
  /** The way out. */
  leave: { label: string; onLeave: () => void }
  children: ReactNode
}

/** What stands around every step: which one it is, which there are, and the way out. */
export function WizardFrame({ step, onboarding, onStep, leave, children }: WizardFrameProps) {
  const words = useWords(setupWords)
  const number = step === undefined ? STEPS.length : STEPS.indexOf(step) + 1
  return (
    <div className={classes.frame}>
      <title>{`${step ? words.steps[step] : words.title} · Accueil`}</title>
      <header className={classes.panel}>
        <div className={classes.brand}>
          <WordMark size={30} />
        </div>
        <nav className={classes.progress} aria-label={words.progress}>
          <p className={classes.at} aria-hidden>
            {step !== undefined && (
              <>
                <span>{words.at(number, STEPS.length)}</span> · {words.steps[step]}
              </>
            )}
          </p>
          <ol className={classes.steps}>
            {STEPS.map((one, index) => (
              <StepMark
                key={one}
                number={index + 1}
                name={words.steps[one]}
                state={stateOf(onboarding, one)}
                isHere={one === step}
                onGo={onStep && (() => onStep(one))}
              />
            ))}
          </ol>
        </nav>
        <button type="button" className={classes.leave} onClick={leave.onLeave}>
          {leave.label}
        </button>
      </header>
      <main key={step} className={classes.content}>
        {children}
      </main>
    </div>
  )
}

interface StepMarkProps {
  number: number
  name: string
  state: 'open' | 'done' | 'skipped'
  isHere: boolean
  onGo: (() => void) | undefined
}

function StepMark({ number, name, state, isHere, onGo }: StepMarkProps) {
  const words = useWords(setupWords).state
  const mark =
    state === 'done' ? (
      <IconCheck size={16} stroke={2.6} aria-hidden />
    ) : state === 'skipped' ? (
      <IconMinus size={16} stroke={2.6} aria-hidden />
    ) : (
      number
    )
  const inside = (
    <>
      <span className={classes.mark}>{mark}</span>
      <span className={classes.name}>{name}</span>
      <VisuallyHidden component="span">, {words[state]}</VisuallyHidden>
    </>
  )
  return (
    <li className={classes.step} data-state={state} aria-current={isHere ? 'step' : undefined}>
      {onGo && !isHere ? (
        <button type="button" className={classes.go} onClick={onGo}>
          {inside}
        </button>
      ) : (
        <span className={classes.go}>{inside}</span>
      )}
    </li>
  )
}

export function stateOf(onboarding: Onboarding | undefined, step: Step): 'open' | 'done' | 'skipped' {
  return onboarding?.steps.find((it) => it.step === step)?.state ?? 'open'
}

/** A step's words; whoever comes from another one is brought to them. */
export function StepHeading({ title, lead }: { title: string; lead: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <h1 ref={heading} className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <p className={classes.lead}>{lead}</p>
    </>
  )
}
