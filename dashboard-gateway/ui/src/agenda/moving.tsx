import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../lib/i18n'
import { Dialog } from '../ui/dialog'
import { TroubleNote } from '../ui/trouble-note'
import { moveBooking } from './agenda.queries'
import { agendaWords } from './agenda.words'
import type { BookingProps } from './booking-details'
import { dayOf, timeOf, toInstant } from './days'
import { useSpokenTime } from './spoken-time'
import { TimeFields, type Time } from './time-fields'
import { useHandling } from './use-handling'
import classes from './booking.module.css'

export function Moving({ booking, zone, onClose, onDone }: BookingProps) {
  const { moving, form: words, done } = useWords(agendaWords)
  const [time, setTime] = useState<Time>({
    day: dayOf(booking.start, zone),
    time: timeOf(booking.start, zone),
    practitioner: booking.practitioner?.id ?? '',
    override: false,
  })
  const when = useSpokenTime(booking, zone)
  const { form, onSubmit, isSaving, trouble, errors, retry, reload } = useHandling({
    check: () => (time.day && time.time ? [] : [{ field: 'start', message: words.missing.start }]),
    handle: () =>
      moveBooking(booking, {
        start: toInstant(time.day, time.time, zone),
        ...(time.practitioner && { practitioner: time.practitioner }),
        ...(time.override && { override: true }),
      }),
    done: done.moved,
    onDone,
  })
  return (
    <Dialog title={moving.title} close={moving.keep} onClose={onClose}>
      <form ref={form} className={classes.sheet} noValidate onSubmit={onSubmit}>
        <p className={classes.text}>
          {booking.customerName}, {when}
        </p>
        <TimeFields
          value={time}
          errors={errors}
          onChange={(change) => setTime((before) => ({ ...before, ...change }))}
        />
        <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={retry} onReload={reload} />
        <div className={classes.acts}>
          <Button variant="default" size="md" radius="lg" onClick={onClose}>
            {moving.keep}
          </Button>
          <Button type="submit" size="md" radius="lg" loading={isSaving}>
            {moving.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
