import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import type { Step } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { BusinessStep } from './business/business-step'
import { ChannelStep } from './channel/channel-step'
import { FaqsStep } from './faqs/faqs-step'
import { Finished } from './finished'
import { HoursStep } from './hours/hours-step'
import { ServicesStep } from './services/services-step'
import { onboardingQuery } from './setup.queries'
import { setupWords } from './setup.words'
import type { StepProps } from './step'
import { StepWaiting } from './step-form'
import { ToneStep } from './tone/tone-step'
import { stateOf, STEPS, WizardFrame } from './wizard-frame'

/** What stands last in the address: a step, or its end. */
export const END = 'finished'

const pages: Record<Step, ComponentType<StepProps>> = {
  business: BusinessStep,
  hours: HoursStep,
  services: ServicesStep,
  tone: ToneStep,
  channel: ChannelStep,
  faqs: FaqsStep,
}

interface WizardProps {
  workspace: string
  /** Where a number is connected: the app hands it in. */
  numbers: ReactNode
  /** As the address has it: nothing goes on where the wizard was left. */
  at: string | undefined
  onGo: (at: Step | typeof END) => void
  onLeave: () => void
}

/** From an empty workspace to an assistant that answers. Every step is saved as it is left. */
export function Wizard({ workspace, numbers, at, onGo, onLeave }: WizardProps) {
  const words = useWords(setupWords)
  const onboarding = useQuery(onboardingQuery)
  const leave = { label: words.later, onLeave }
  if (!onboarding.data)
    return (
      <WizardFrame step={STEPS.find((it) => it === at)} leave={leave}>
        <StepWaiting
          isBroken={onboarding.isError}
          isAsking={onboarding.isFetching}
          onRetry={() => void onboarding.refetch()}
        />
      </WizardFrame>
    )
  const step =
    at === END
      ? undefined
      : (STEPS.find((it) => it === at) ?? STEPS.find((it) => stateOf(onboarding.data, it) === 'open'))
  if (step === undefined)
    return (
      <WizardFrame step={undefined} onboarding={onboarding.data} onStep={onGo} leave={leave}>
        <Finished onboarding={onboarding.data} onStep={onGo} onLeave={onLeave} />
      </WizardFrame>
    )
  const Page = pages[step]
  const index = STEPS.indexOf(step)
  const before = STEPS[index - 1]
  return (
    <WizardFrame step={step} onboarding={onboarding.data} onStep={onGo} leave={leave}>
      <Page
        workspace={workspace}
        numbers={numbers}
        onBack={before && (() => onGo(before))}
        onNext={() => onGo(STEPS[index + 1] ?? END)}
      />
    </WizardFrame>
  )
}
