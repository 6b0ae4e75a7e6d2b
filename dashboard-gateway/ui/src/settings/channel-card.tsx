import { Button } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconBrandWhatsapp,
  IconCircleCheckFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react'
import type { Channel } from '../lib/api-types'
import { toReadablePhone } from '../lib/conversations'
import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock } from '../lib/time'
import { useCheck } from './settings.queries'
import { settingsWords } from './settings.words'
import classes from './settings-page.module.css'

/** One number: whether it is called properly, and whether everything that was written to it is here. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const words = useWords(settingsWords)
  const { language } = useLanguage()
  const { address, lastReceivedAt, signature } = channel
  return (
    <article className={classes.card} aria-label={`${words.number} ${toReadablePhone(toPhone(address))}`}>
      <header className={classes.number}>
        <span className={classes.numberIcon}>
          <IconBrandWhatsapp size={24} aria-hidden />
        </span>
        <p>
          <strong>{toReadablePhone(toPhone(address))}</strong>
          <span>
            {lastReceivedAt ? words.lastReceived(toDateAndClock(lastReceivedAt, language)) : words.neverReceived}
          </span>
        </p>
      </header>
      {signature && <SignatureFact signature={signature} />}
      <Reconciliation channel={channel} />
    </article>
  )
}

function SignatureFact({ signature }: { signature: NonNullable<Channel['signature']> }) {
  const words = useWords(settingsWords).signature
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
  const words = useWords(settingsWords)
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

function toPhone(address: string): string {
  return address.replace(/^whatsapp:/, '')
}
