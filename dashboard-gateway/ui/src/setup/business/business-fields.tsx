import { VisuallyHidden } from '@mantine/core'
import { IconScissors, IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldError, Vertical } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { Choice } from '../../ui/choice'
import { SelectField, TextField } from '../../ui/field'
import { mistakeAt } from '../../lib/trouble'
import { timeZonesWith, toPlace, type Business } from './business'
import { businessWords } from './business.words'
import classes from './business.module.css'

interface BusinessFieldsProps {
  business: Business
  errors: FieldError[]
  onChange: (part: Partial<Business>) => void
}

const icons: Record<Vertical, typeof IconTool> = { beauty: IconScissors, services: IconTool }

export function BusinessFields({ business, errors, onChange }: BusinessFieldsProps) {
  const words = useWords(businessWords)
  return (
    <>
      <TextField
        label={words.name}
        placeholder={words.namePlaceholder}
        value={business.name}
        maxLength={80}
        autoComplete="organization"
        aria-required
        error={mistakeAt(errors, 'name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Choice
        label={words.trade}
        value={business.vertical ?? undefined}
        options={(['beauty', 'services'] as const).map((value) => {
          const Icon = icons[value]
          return { value, ...words.trades[value], icon: <Icon size={26} stroke={1.6} /> }
        })}
        error={mistakeAt(errors, 'vertical')}
        onChange={(vertical) => onChange({ vertical })}
      />
      <fieldset className={classes.address}>
        <legend className={classes.legend}>
          {words.address} <span>({words.optional})</span>
        </legend>
        <p className={classes.hint}>{words.addressHint}</p>
        <div className={classes.street}>
          <TextField
            label={words.street}
            value={business.street}
            maxLength={120}
            autoComplete="address-line1"
            error={mistakeAt(errors, 'address.street')}
            onChange={(event) => onChange({ street: event.currentTarget.value })}
          />
        </div>
        <TextField
          label={words.postalCode}
          value={business.postalCode}
          maxLength={5}
          inputMode="numeric"
          autoComplete="postal-code"
          error={mistakeAt(errors, 'address.postalCode')}
          onChange={(event) => onChange({ postalCode: event.currentTarget.value })}
        />
        <TextField
          label={words.city}
          value={business.city}
          maxLength={80}
          autoComplete="address-level2"
          error={mistakeAt(errors, 'address.city')}
          onChange={(event) => onChange({ city: event.currentTarget.value })}
        />
      </fieldset>
      <TimeZone
        zone={business.timeZone}
        error={mistakeAt(errors, 'timeZone')}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </>
  )
}

interface TimeZoneProps {
  zone: string
  error: string | undefined
  onChange: (zone: string) => void
}

/** Right for nearly everyone as it is: a line, until somebody wants another. */
function TimeZone({ zone, error, onChange }: TimeZoneProps) {
  const words = useWords(businessWords)
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen || error !== undefined)
    return (
      <SelectField
        label={words.timeZone}
        value={zone}
        data={timeZonesWith(zone)}
        error={error}
        ref={isOpen ? focus : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <p className={classes.zone}>
      <span>
        {words.timeZone} : <strong>{toPlace(zone)}</strong>
      </span>
      <button type="button" className={classes.change} onClick={() => setIsOpen(true)}>
        {words.change}
        <VisuallyHidden component="span"> {words.timeZone}</VisuallyHidden>
      </button>
    </p>
  )
}

function focus(select: HTMLSelectElement | null): void {
  select?.focus()
}
