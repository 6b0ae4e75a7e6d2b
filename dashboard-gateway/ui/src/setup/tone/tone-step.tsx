import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { fromBusiness, toBusiness } from '../business/business'
import { useSaveSettings } from '../business/save-settings'
import { settingsQuery } from '../../lib/business'
import { fetchSettings } from '../setup.queries'
import { setupWords } from '../setup.words'
import { StepForm, StepWaiting } from '../step-form'
import { useStep, type StepProps } from '../step'
import { useKept } from '../use-kept'
import { fromTone, toTone } from './tone'
import { ToneFields } from './tone-fields'
import { toneWords } from './tone.words'

/** How the assistant speaks. */
export function ToneStep(props: StepProps) {
  const settings = useQuery(settingsQuery)
  if (!settings.data)
    return (
      <StepWaiting isBroken={settings.isError} isAsking={settings.isFetching} onRetry={() => void settings.refetch()} />
    )
  return <AssistantTone {...props} settings={settings.data} />
}

const toTyped = (settings: Settings) => ({ ...toTone(settings), version: settings.version })

function AssistantTone({ workspace, settings, onBack, onNext }: StepProps & { settings: Settings }) {
  const words = useWords(toneWords)
  const { next } = useWords(setupWords)
  const queryClient = useQueryClient()
  const saveSettings = useSaveSettings(workspace)
  const { typed, change, rebase, forget } = useKept(`${workspace}.tone`, toTyped(settings))
  const { form, submit, run, isSaving, trouble, errors } = useStep({
    step: 'tone',
    save: async () => {
      const business = fromBusiness(toBusiness(settings))
      await saveSettings({ ...business, ...fromTone(typed), version: typed.version })
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
      <ToneFields tone={typed} business={settings.name} errors={errors} onChange={change} />
    </StepForm>
  )
}
