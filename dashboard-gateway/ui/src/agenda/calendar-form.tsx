import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hoursQuery } from '../lib/business'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { addExternalCalendar, busyKey, externalCalendarsQuery } from './agenda.queries'
import { externalCalendarsWords } from './external-calendars.words'
import booking from './booking.module.css'
import classes from './external-calendars.module.css'

/** The address of a calendar, which is read once before it is taken. */
export function CalendarForm({ onClose }: { onClose: () => void }) {
  const words = useWords(externalCalendarsWords)
  const queryClient = useQueryClient()
  const { data: hours } = useQuery(hoursQuery)
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [practitioner, setPractitioner] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const { form, submit, isSaving, trouble, errors } = useSaving({
    check: () => [
      ...(name.trim() ? [] : [{ field: 'name', message: words.form.missing.name }]),
      ...(address.trim() ? [] : [{ field: 'address', message: words.form.missing.address }]),
    ],
    save: async () => {
      await addExternalCalendar(
        { name: name.trim(), address: address.trim(), ...(practitioner && { practitioner }) },
        key,
      )
      await Promise.all([
        queryClient.invalidateQueries(externalCalendarsQuery),
        queryClient.invalidateQueries({ queryKey: busyKey }),
      ])
      onClose()
    },
    leaves: true,
  })
  const team = hours?.practitioners ?? []
  return (
    <Dialog title={words.form.title} close={words.form.cancel} onClose={onClose}>
      <form
        ref={form}
        className={booking.sheet}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label={words.form.name}
          placeholder={words.form.namePlaceholder}
          maxLength={60}
          autoComplete="off"
          value={name}
          error={mistakeAt(errors, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          type="url"
          inputMode="url"
          label={words.form.address}
          description={words.form.addressHint}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          value={address}
          error={mistakeAt(errors, 'address')}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {team.length > 0 && (
          <SelectField
            label={words.form.whose}
            value={practitioner}
            error={mistakeAt(errors, 'practitioner')}
            data={[
              { value: '', label: words.whole },
              ...team.map((it) => ({ value: it.practitioner, label: it.name })),
            ]}
            onChange={(event) => setPractitioner(event.currentTarget.value)}
          />
        )}
        <details className={classes.where}>
          <summary>{words.form.where.title}</summary>
          <ul>
            {words.form.where.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
        <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={() => void submit()} />
        <Button type="submit" size="md" radius="lg" loading={isSaving}>
          {words.form.save}
        </Button>
      </form>
    </Dialog>
  )
}
