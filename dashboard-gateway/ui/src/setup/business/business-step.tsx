import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Settings } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { settingsQuery } from '../../lib/business'
import { fetchSettings } from '../setup.queries'
import { setupWords } from '../setup.words'
import { StepForm, StepWaiting } from '../step-form'
import { useStep, type StepProps } from '../step'
import { useKept } from '../use-kept'
import { fromBusiness, mistakesOf, toBusiness } from './business'
import { BusinessFields } from './business-fields'
import { businessWords } from './business.words'
import { adoptNewcomer } from './newcomer-draft'
import { useSaveSettings } from './save-settings'

/** Who the business is, once it has a workspace. */
export function BusinessStep(props: StepProps) {
  const settings = useQuery(settingsQuery)
  if (!settings.data)
    return (
      <StepWaiting isBroken={settings.isError} isAsking={settings.isFetching} onRetry={() => void settings.refetch()} />
    )
  return <Business {...props} settings={settings.data} />
}

const toTyped = (settings: Settings) => ({ ...toBusiness(settings), version: settings.version })

function Business({ workspace, settings, onBack, onNext }: StepProps & { settings: Settings }) {
  const words = useWords(businessWords)
  const { next } = useWords(setupWords)
  const queryClient = useQueryClient()
  const saveSettings = useSaveSettings(workspace)
  // Its workspace was opened, and the page reloaded before all of it was saved.
  useState(() => adoptNewcomer(workspace, toTyped(settings)))
  const { typed, change, rebase, forget } = useKept(`${workspace}.business`, toTyped(settings))
  const { form, submit, run, isSaving, trouble, errors } = useStep({
    step: 'business',
    check: () => mistakesOf(typed, words.missing),
    save: async () => {
      const { formal, signature } = settings
      await saveSettings({ ...fromBusiness(typed), formal, signature, version: typed.version })
      forget()
    },
    onNext,
  })

  async function reload(): Promise<void> {
    const now = await fetchSettings()
    queryClient.setQueryData(settingsQuery.queryKey, now)
    rebase(toTyped(now))
  }

  return (
    <StepForm
      title={words.title}
      lead={words.lead}
      form={form}
      next={next}
      isSaving={isSaving}
      trouble={trouble}
      onBack={onBack}
      onSubmit={() => void submit()}
      onReload={() => void run(reload)}
    >
      <BusinessFields business={typed} errors={errors} onChange={change} />
    </StepForm>
  )
}
