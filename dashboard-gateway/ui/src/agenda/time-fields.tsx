import { useQuery } from '@tanstack/react-query'
import type { FieldError } from '../lib/api-types'
import { hoursQuery } from '../lib/business'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { SelectField, TextField } from '../ui/field'
import { Switch } from '../ui/switch'
import { agendaWords } from './agenda.words'
import classes from './booking.module.css'

export interface Time {
  day: string
  time: string
  /** Empty: whoever is free. */
  practitioner: string
  override: boolean
}

interface TimeFieldsProps {
  value: Time
  errors: FieldError[]
  onChange: (change: Partial<Time>) => void
}

/** When, and with whom; outside the opening hours only once it was said that they are closed. */
export function TimeFields({ value, errors, onChange }: TimeFieldsProps) {
  const words = useWords(agendaWords).form
  const { data: hours } = useQuery(hoursQuery)
  const start = mistakeAt(errors, 'start')
  const override = mistakeAt(errors, 'override')
  return (
    <>
      <div className={classes.pair}>
        <TextField
          type="date"
          label={words.day}
          value={value.day}
          error={start !== undefined}
          onChange={(event) => onChange({ day: event.currentTarget.value, override: false })}
        />
        <TextField
          type="time"
          step={300}
          label={words.time}
          value={value.time}
          error={start}
          onChange={(event) => onChange({ time: event.currentTarget.value, override: false })}
        />
      </div>
      {hours && hours.practitioners.length > 0 && (
        <SelectField
          label={words.practitioner}
          value={value.practitioner}
          error={mistakeAt(errors, 'practitioner')}
          data={[
            { value: '', label: words.anybody },
            ...hours.practitioners.map((it) => ({ value: it.practitioner, label: it.name })),
          ]}
          onChange={(event) => onChange({ practitioner: event.currentTarget.value })}
        />
      )}
      {(override !== undefined || value.override) && (
        <Switch label={words.override} isOn={value.override} onChange={(isOn) => onChange({ override: isOn })} />
      )}
    </>
  )
}
