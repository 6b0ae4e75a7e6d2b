import { Button } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconBrandWhatsapp,
  IconCircleCheckFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Checklist, toPhone } from './checklist'
import { ConnectForm } from './connect-form'
import { channelsWords } from './channels.words'
import { Removal } from './removal'
import type { Channel } from '../lib/api-types'
import { toReadablePhone } from '../lib/conversations'
import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock } from '../lib/time'
import { channelCardWords } from './channel-card.words'
import { useCheck } from './channels.queries'
import classes from './channel-card.module.css'

interface ChannelCardProps {
  channel: Channel
  webhookUrl: string
  mayManage: boolean
}

/** One number: how far it is connected, whether it is called properly, and whether everything written to it is here. */
export function ChannelCard({ channel, webhookUrl, mayManage }: ChannelCardProps) {
  const words = useWords(channelCardWords)
  const connecting = useWords(channelsWords)
  const { language } = useLanguage()
  const { address, lastReceivedAt, signature, state, checklist } = channel
  const name = address ? toReadablePhone(toPhone(address)) : connecting.unnamed
  const isThrough = checklist.every(({ progress }) => progress === 'done')
  return (
    <article className={classes.card} aria-label={`${words.number} ${name}`}>
      <header className={classes.number}>
        <span className={classes.numberIcon}>
          <IconBrandWhatsapp size={24} aria-hidden />
        </span>
        <p>
          <strong>{name}</strong>
          <span>
            {state === 'draft'
              ? connecting.draft
              : state === 'disconnected'
                ? connecting.disconnected
                : lastReceivedAt
                  ? words.lastReceived(toDateAndClock(lastReceivedAt, language))
                  : words.neverReceived}
          </span>
        </p>
      </header>
      {state === 'disconnected' && <p className={classes.lead}>{connecting.disconnectedText}</p>}
      {signature && <SignatureFact signature={signature} />}
      {/* Who has long been writing and answering needs no list of what is left. */}
      {state !== 'disconnected' && !isThrough && !isAtWork(channel) && (
        <div className={classes.checks}>
          <Checklist channel={channel} webhookUrl={webhookUrl} mayManage={mayManage} />
        </div>
      )}
      {state === 'connected' && <Reconciliation channel={channel} />}
      {mayManage && <Managing channel={channel} />}
    </article>
  )
}

function isAtWork({ checklist }: Channel): boolean {
  return ['received', 'answered'].every((needed) => checklist.find(({ step }) => step === needed)?.progress === 'done')
}

/** What an owner does to a number: another token, off, on again. */
function Managing({ channel }: { channel: Channel }) {
  const words = useWords(channelsWords)
  const [isEntering, setIsEntering] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const label = { draft: words.again, connected: words.newToken, disconnected: words.add }[channel.state]
  if (isEntering)
    return (
      <div className={classes.managing}>
        <ConnectForm channel={channel} onSaved={() => setIsEntering(false)} onCancel={() => setIsEntering(false)} />
      </div>
    )
  return (
    <div className={classes.managing}>
      <Button variant="subtle" size="md" radius="lg" className={classes.manage} onClick={() => setIsEntering(true)}>
        {label}
      </Button>
      {channel.state !== 'disconnected' && (
        <Button variant="subtle" size="md" radius="lg" className={classes.manage} onClick={() => setIsLeaving(true)}>
          {words.remove}
        </Button>
      )}
      {isLeaving && <Removal channel={channel} onClose={() => setIsLeaving(false)} />}
    </div>
  )
}

function SignatureFact({ signature }: { signature: NonNullable<Channel['signature']> }) {
  const words = useWords(channelCardWords).signature
  const { language } = useLanguage()
  const { at, cause, count } = signature
  return (
    <div className={classes.fact} role="group" aria-label={words.title}>
      <IconAlertTriangleFilled size={22} aria-hidden />
      <div>
        <strong>{words.title}</strong>
        <p>{words.likely[cause]}</p>
        <p>
          <strong>{words.toDo}</strong> {words.steps[cause]}
        </p>
        <p className={classes.quiet}>{words.count(count, toDateAndClock(at, language))}</p>
      </div>
    </div>
  )
}

const icons = { green: IconCircleCheckFilled, red: IconAlertTriangleFilled, unknown: IconHelpCircleFilled }

function Reconciliation({ channel }: { channel: Channel }) {
  const words = useWords(channelCardWords)
  const { language } = useLanguage()
  const { check, checking } = useCheck(channel)
  const { checkedAt, sentence, state } = channel.reconciliation
  const Icon = icons[state]
  return (
    <div className={classes.line} data-state={state} role="group" aria-label={words.messages}>
      <Icon size={22} className={classes.lineIcon} aria-hidden />
      <div className={classes.lineText} aria-live="polite">
        <strong>{words.state[state]}</strong>
        <p>{sentence}</p>
        {checking === 'late' && <p>{words.late}</p>}
        {checking === 'failed' && <p className={classes.wrong}>{words.checkFailed}</p>}
        {checkedAt && <p className={classes.quiet}>{words.checkedAt(toDateAndClock(checkedAt, language))}</p>}
      </div>
      <Button
        variant="default"
        size="md"
        radius="lg"
        className={classes.act}
        disabled={checking === 'checking'}
        onClick={check}
      >
        {checking === 'checking' ? words.checking : words.check}
      </Button>
    </div>
  )
}
