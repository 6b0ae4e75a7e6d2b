import { useQuery } from '@tanstack/react-query'
import { channelsQuery } from '../../lib/channels'
import { useWords } from '../../lib/i18n'
import { setupWords } from '../setup.words'
import { StepForm, StepWaiting } from '../step-form'
import { useStep, type StepProps } from '../step'
import { channelWords } from './channel.words'
import classes from './channel.module.css'

/** The number that customers write to. It may be put off: the assistant can be tried without. */
export function ChannelStep({ numbers, onBack, onNext }: StepProps) {
  const words = useWords(channelWords)
  const setup = useWords(setupWords)
  const channels = useQuery(channelsQuery)
  const { submit, skip, isSaving, trouble } = useStep({ step: 'channel', save: () => Promise.resolve(), onNext })
  if (!channels.data)
    return (
      <StepWaiting isBroken={channels.isError} isAsking={channels.isFetching} onRetry={() => void channels.refetch()} />
    )
  const isEntered = channels.data.items.some(({ state }) => state !== 'disconnected')
  const isConnected = channels.data.items.some(({ state }) => state === 'connected')
  return (
    <StepForm
      title={words.title}
      lead={isEntered ? words.leadChecking : words.lead}
      next={isConnected ? setup.next : undefined}
      skip={isConnected ? undefined : { label: words.skip, onSkip: skip }}
      isSaving={isSaving}
      trouble={trouble}
      onBack={onBack}
      onSubmit={() => void submit()}
    >
      {numbers}
      {!isConnected && <p className={classes.later}>{words.later}</p>}
    </StepForm>
  )
}
