import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconBrandWhatsapp, IconHandStop, IconMessages } from '@tabler/icons-react'
import type { Onboarding, Step } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { finishedWords } from './finished.words'
import { setupWords } from './setup.words'
import { TrialBox } from './trial/trial-box'
import { StepHeading, STEPS, stateOf } from './wizard-frame'
import step from './step-form.module.css'
import classes from './finished.module.css'

interface FinishedProps {
  onboarding: Onboarding
  onStep: (step: Step) => void
  onLeave: () => void
}

/** All is said: the assistant can be tried, and what happens now. */
export function Finished({ onboarding, onStep, onLeave }: FinishedProps) {
  const words = useWords(finishedWords)
  const { back, steps } = useWords(setupWords)
  const left = STEPS.filter((it) => stateOf(onboarding, it) === 'open')
  const isConnected = stateOf(onboarding, 'channel') === 'done'
  const facts = [
    ...(isConnected ? [] : [{ ...words.channel, Icon: IconBrandWhatsapp }]),
    { ...words.answers, Icon: IconMessages },
    { ...words.yours, Icon: IconHandStop },
  ]
  return (
    <div className={step.form}>
      <div className={step.column}>
        <StepHeading
          title={left.length === 0 ? words.title : words.almost}
          lead={left.length === 0 ? words.lead : words.almostLead}
        />
        <div className={step.fields}>
          <TrialBox />
          {left.length > 0 && (
            <section aria-labelledby="left">
              <h2 id="left" className={classes.heading}>
                {words.left}
              </h2>
              <ul className={classes.left}>
                {left.map((it) => (
                  <li key={it}>
                    <button type="button" onClick={() => onStep(it)}>
                      {steps[it]}
                      <IconArrowRight size={17} aria-hidden />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="now">
            <h2 id="now" className={classes.heading}>
              {words.now}
            </h2>
            <ol className={classes.facts}>
              {facts.map(({ title, text, Icon }) => (
                <li key={title}>
                  <span className={classes.icon}>
                    <Icon size={23} stroke={1.7} aria-hidden />
                  </span>
                  <p>
                    <strong>{title}</strong>
                    <span>{text}</span>
                  </p>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>
      <footer className={step.foot}>
        <div className={step.acts}>
          <Button
            variant="subtle"
            size="md"
            radius="lg"
            className={step.act}
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            onClick={() => onStep('faqs')}
          >
            {back}
          </Button>
          <span className={step.between} />
          <Button
            size="md"
            radius="lg"
            className={`${step.act ?? ''} ${step.next ?? ''}`}
            rightSection={<IconArrowRight size={18} aria-hidden />}
            onClick={onLeave}
          >
            {words.dashboard}
          </Button>
        </div>
      </footer>
    </div>
  )
}
