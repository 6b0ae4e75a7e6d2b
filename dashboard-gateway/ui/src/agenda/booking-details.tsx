import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Booking } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock } from '../lib/time'
import { Dialog } from '../ui/dialog'
import { agendaWords } from './agenda.words'
import { Cancelling } from './cancelling'
import { Moving } from './moving'
import { useSpokenTime } from './spoken-time'
import classes from './booking.module.css'

export interface BookingProps {
  booking: Booking
  zone: string
  onClose: () => void
  /** Says what was done. */
  onDone: (said: string) => void
}

interface BookingDetailsProps extends BookingProps {
  /** What an owner may do about the customer's data. */
  acts?: ReactNode
}

/** One booking, and what can be done with it. */
export function BookingDetails({ acts, ...props }: BookingDetailsProps) {
  const { booking, zone, onClose } = props
  const words = useWords(agendaWords)
  const [act, setAct] = useState<'move' | 'cancel'>()
  const back = () => setAct(undefined)
  if (act === 'move') return <Moving {...props} onClose={back} />
  if (act === 'cancel') return <Cancelling {...props} onClose={back} />
  const isBooked = booking.status === 'booked'
  return (
    <Dialog title={booking.customerName} close={words.details.close} onClose={onClose}>
      <div className={classes.sheet}>
        {!isBooked && <p className={classes.mark}>{words.cancelled}</p>}
        <Facts booking={booking} zone={zone} />
        <div className={classes.acts}>
          {acts}
          {booking.conversation && (
            <Link
              to="/conversations/$conversationId"
              params={{ conversationId: booking.conversation }}
              className={classes.link}
            >
              {words.details.conversation}
            </Link>
          )}
          {isBooked && (
            <>
              <Button variant="default" size="md" radius="lg" onClick={() => setAct('cancel')}>
                {words.details.cancel}
              </Button>
              <Button size="md" radius="lg" onClick={() => setAct('move')}>
                {words.details.move}
              </Button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Facts({ booking, zone }: { booking: Booking; zone: string }) {
  const { details } = useWords(agendaWords)
  const { language } = useLanguage()
  const when = useSpokenTime(booking, zone)
  const { services, practitioner, phone, byAssistant, remindedAt, reminderProblem, reconfirmedAt } = booking
  return (
    <dl className={classes.facts}>
      <dt>{details.when}</dt>
      <dd>{when}</dd>
      <dt>{details.what}</dt>
      <dd>{services.map(({ name }) => name).join(' + ')}</dd>
      {practitioner && (
        <>
          <dt>{details.who}</dt>
          <dd>{practitioner.name}</dd>
        </>
      )}
      {phone !== undefined && (
        <>
          <dt>{details.phone}</dt>
          <dd>{phone.includes('•') ? phone : <a href={`tel:${phone}`}>{phone}</a>}</dd>
        </>
      )}
      <dt>{details.by}</dt>
      <dd>{byAssistant ? details.assistant : details.team}</dd>
      {(remindedAt ?? reminderProblem ?? reconfirmedAt) !== undefined && (
        <>
          <dt>{details.reminder}</dt>
          <dd>
            {reconfirmedAt !== undefined
              ? details.reconfirmed
              : remindedAt !== undefined
                ? details.reminded(toDateAndClock(remindedAt, language))
                : reminderProblem && details.notReminded[reminderProblem]}
          </dd>
        </>
      )}
    </dl>
  )
}
