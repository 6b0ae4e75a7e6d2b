import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../lib/i18n'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { cancelBooking } from './agenda.queries'
import { agendaWords } from './agenda.words'
import type { BookingProps } from './booking-details'
import { useSpokenTime } from './spoken-time'
import { useHandling } from './use-handling'
import classes from './booking.module.css'

/** Asks first: the customer is told. */
export function Cancelling({ booking, zone, onClose, onDone }: BookingProps) {
  const { cancelling, form: words, done } = useWords(agendaWords)
  const [reason, setReason] = useState('')
  const when = useSpokenTime(booking, zone)
  const { form, onSubmit, isSaving, trouble, retry, reload } = useHandling({
    handle: () => cancelBooking(booking, reason),
    done: done.cancelled,
    onDone,
  })
  return (
    <Dialog title={cancelling.title} close={cancelling.no} onClose={onClose}>
      <form ref={form} className={classes.sheet} noValidate onSubmit={onSubmit}>
        <p className={classes.text}>{cancelling.text(booking.customerName, when)}</p>
        <TextField
          label={cancelling.reason}
          optional={words.optional}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={retry} onReload={reload} />
        <div className={classes.acts}>
          <Button variant="default" size="md" radius="lg" onClick={onClose}>
            {cancelling.no}
          </Button>
          <Button type="submit" size="md" radius="lg" loading={isSaving}>
            {cancelling.yes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
