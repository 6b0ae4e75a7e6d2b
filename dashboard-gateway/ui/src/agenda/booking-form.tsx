import { Button, Chip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { servicesQuery } from '../lib/business'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { enterBooking } from './agenda.queries'
import { agendaWords } from './agenda.words'
import { toInstant } from './days'
import { TimeFields, type Time } from './time-fields'
import { useHandling } from './use-handling'
import classes from './booking.module.css'

interface BookingFormProps {
  /** Where somebody pointed. */
  start: { day: string; time: string }
  zone: string
  onClose: () => void
  onDone: (said: string) => void
}

/** A visit that was agreed on the phone, or at the counter. */
export function BookingForm({ start, zone, onClose, onDone }: BookingFormProps) {
  const words = useWords(agendaWords)
  const { missing } = words.form
  const [key] = useState(() => crypto.randomUUID())
  const [customerName, setCustomerName] = useState('')
  const [phone, setPhone] = useState('')
  const [services, setServices] = useState<string[]>([])
  const [time, setTime] = useState<Time>({ ...start, practitioner: '', override: false })
  const { form, onSubmit, isSaving, trouble, errors, retry, reload } = useHandling({
    check: () => [
      ...(customerName.trim() ? [] : [{ field: 'customerName', message: missing.customerName }]),
      ...(services.length > 0 ? [] : [{ field: 'services', message: missing.services }]),
      ...(time.day && time.time ? [] : [{ field: 'start', message: missing.start }]),
    ],
    handle: () =>
      enterBooking(
        {
          customerName: customerName.trim(),
          services,
          start: toInstant(time.day, time.time, zone),
          ...(phone.trim() && { phone: phone.trim() }),
          ...(time.practitioner && { practitioner: time.practitioner }),
          ...(time.override && { override: true }),
        },
        key,
      ),
    done: words.done.entered,
    onDone,
  })
  return (
    <Dialog title={words.form.title} close={words.form.cancel} onClose={onClose}>
      <form ref={form} className={classes.sheet} noValidate onSubmit={onSubmit}>
        <TextField
          label={words.form.customer}
          maxLength={80}
          autoComplete="off"
          value={customerName}
          error={mistakeAt(errors, 'customerName')}
          onChange={(event) => setCustomerName(event.currentTarget.value)}
        />
        <TextField
          type="tel"
          label={words.form.phone}
          optional={words.form.optional}
          description={words.form.phoneHint}
          autoComplete="off"
          value={phone}
          error={mistakeAt(errors, 'phone')}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <Services chosen={services} error={mistakeAt(errors, 'services')} onChoose={setServices} />
        <TimeFields
          value={time}
          errors={errors}
          onChange={(change) => setTime((before) => ({ ...before, ...change }))}
        />
        <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={retry} onReload={reload} />
        <div className={classes.acts}>
          <Button variant="default" size="md" radius="lg" onClick={onClose}>
            {words.form.cancel}
          </Button>
          <Button type="submit" size="md" radius="lg" loading={isSaving}>
            {words.form.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface ServicesProps {
  chosen: string[]
  error: string | undefined
  onChoose: (services: string[]) => void
}

function Services({ chosen, error, onChoose }: ServicesProps) {
  const words = useWords(agendaWords).form
  const { data: services } = useQuery(servicesQuery)
  return (
    <fieldset className={classes.services}>
      <legend>{words.services}</legend>
      <Chip.Group multiple value={chosen} onChange={onChoose}>
        {services?.items
          .filter(({ bookable }) => bookable)
          .map(({ id, name }) => (
            <Chip key={id} value={id} size="md" variant="outline" aria-invalid={error !== undefined || undefined}>
              {name}
            </Chip>
          ))}
      </Chip.Group>
      {error !== undefined && <p className={classes.error}>{error}</p>}
    </fieldset>
  )
}
