import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FieldError, Step } from '../lib/api-types'
import { leaveStep, onboardingQuery } from './setup.queries'
import { useSaving } from '../ui/use-saving'

/** What the wizard hands to each of its steps. */
export interface StepProps {
  /** Under which what is typed is kept. */
  workspace: string
  /** Where a number is connected: the app hands it in. */
  numbers: ReactNode
  onBack: (() => void) | undefined
  onNext: () => void
}

interface Leaving {
  step: Step
  check?: () => FieldError[]
  /** Saves what the step says; it is left only then. */
  save: () => Promise<void>
  onNext: () => void
}

/** A step that is saved as it is left. */
export function useStep({ step, check, save, onNext }: Leaving) {
  const queryClient = useQueryClient()

  async function leave(state: 'done' | 'skipped'): Promise<void> {
    queryClient.setQueryData(onboardingQuery.queryKey, await leaveStep(step, state))
    onNext()
  }

  const saving = useSaving({
    check,
    leaves: true,
    save: async () => {
      await save()
      await leave('done')
    },
  })
  return { ...saving, skip: () => void saving.run(() => leave('skipped'), true) }
}
