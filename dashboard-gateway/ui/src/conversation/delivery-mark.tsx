import { IconAlertCircleFilled, IconCheck, IconChecks, IconClock, IconHourglassLow } from '@tabler/icons-react'
import type { DeliveryStatus } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { conversationWords } from './conversation.words'
import type { Leaving } from './sending'
import classes from './delivery-mark.module.css'

const icons = {
  received: undefined,
  queued: IconClock,
  delayed: IconHourglassLow,
  accepted: IconCheck,
  sent: IconCheck,
  refused: IconAlertCircleFilled,
  delivered: IconChecks,
  read: IconChecks,
}

/** Where a sent message stands, in the ticks that everyone knows. */
export function DeliveryMark({ status }: { status: DeliveryStatus }) {
  const words = useWords(conversationWords)
  const Icon = icons[status]
  if (!Icon) return null
  const label = words.status[status]
  return (
    <span className={classes.mark} data-status={status} role="img" aria-label={label} title={label}>
      <Icon size={16} stroke={2.2} aria-hidden />
    </span>
  )
}

export function LeavingMark({ standing }: { standing: Leaving['standing'] }) {
  const words = useWords(conversationWords)
  const label = words.leaving[standing]
  const Icon = standing === 'failed' ? IconAlertCircleFilled : IconClock
  return (
    <span className={classes.mark} data-status={standing} role="img" aria-label={label} title={label}>
      <Icon size={16} stroke={2.2} aria-hidden />
    </span>
  )
}
