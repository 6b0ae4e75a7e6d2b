import { Button, Chip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { FieldError, Practitioner } from '../../lib/api-types'
import { servicesQuery } from '../../lib/business'
import { useWords } from '../../lib/i18n'
import { mistakeAt } from '../../lib/trouble'
import { TextField } from '../../ui/field'
import { Switch } from '../../ui/switch'
import { fromExceptional, toExceptional, type Exceptional } from './exceptional'
import { ExceptionsEditor } from './exceptions-editor'
import { openingWords } from './opening.words'
import { toDays, toWeek, type Week } from './week'
import { WeekEditor } from './week-editor'
import classes from './opening.module.css'

/** Somebody who sees customers, as is typed. */
export interface Colleague {
  key: string
  /** Nothing for who is new. */
  id: string | undefined
  name: string
  services: string[]
  /** Nothing where they work whenever the house is open. */
  week: Week | undefined
  absences: Exceptional[]
}

export function toColleague({ practitioner, name, services, week, exceptions }: Practitioner): Colleague {
  return {
    key: practitioner,
    id: practitioner,
    name,
    services,
    week: week && toWeek(week),
    absences: exceptions.map((it, index) => toExceptional(it, `${practitioner}-${index}`)),
  }
}

export function fromColleague({ id, name, services, week, absences }: Colleague) {
  return {
    ...(id !== undefined && { practitioner: id }),
    name: name.trim(),
    services,
    ...(week && { week: toDays(week) }),
    exceptions: absences.map(fromExceptional),
  }
}

interface TeamEditorProps {
  team: Colleague[]
  house: Week
  errors: FieldError[]
  onChange: (team: Colleague[]) => void
}

/** Who does what, and when; nobody where one person does it all. */
export function TeamEditor({ team, house, errors, onChange }: TeamEditorProps) {
  const words = useWords(openingWords).team
  const change = (key: string, part: Partial<Colleague>) =>
    onChange(team.map((it) => (it.key === key ? { ...it, ...part } : it)))
  return (
    <div className={classes.exceptions}>
      {team.length > 0 && (
        <ul className={classes.list} aria-label={words.list}>
          {team.map((one, index) => (
            <li key={one.key} className={classes.colleague}>
              <Person
                one={one}
                house={house}
                prefix={`practitioners[${index}]`}
                errors={errors}
                onChange={(part) => change(one.key, part)}
                onRemove={() => onChange(team.filter(({ key }) => key !== one.key))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="default"
        size="md"
        radius="lg"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() =>
          onChange([
            ...team,
            { key: crypto.randomUUID(), id: undefined, name: '', services: [], week: undefined, absences: [] },
          ])
        }
      >
        {words.add}
      </Button>
    </div>
  )
}

interface PersonProps {
  one: Colleague
  house: Week
  prefix: string
  errors: FieldError[]
  onChange: (part: Partial<Colleague>) => void
  onRemove: () => void
}

function Person({ one, house, prefix, errors, onChange, onRemove }: PersonProps) {
  const words = useWords(openingWords).team
  const { data: services } = useQuery(servicesQuery)
  const own = errors
    .filter(({ field }) => field.startsWith(`${prefix}.week`))
    .map((error) => ({ ...error, field: error.field.slice(prefix.length + 1) }))
  return (
    <>
      <div className={classes.person}>
        <TextField
          label={words.name}
          value={one.name}
          maxLength={60}
          autoComplete="off"
          error={mistakeAt(errors, `${prefix}.name`)}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <button type="button" className={classes.remove} aria-label={words.remove(one.name)} onClick={onRemove}>
          <IconTrash size={20} aria-hidden />
        </button>
      </div>
      <fieldset className={classes.services}>
        <legend>{words.services}</legend>
        <Chip.Group multiple value={one.services} onChange={(chosen: string[]) => onChange({ services: chosen })}>
          {services?.items.map(({ id, name }) => (
            <Chip key={id} value={id} size="md" variant="outline">
              {name}
            </Chip>
          ))}
        </Chip.Group>
        {mistakeAt(errors, `${prefix}.services`) !== undefined && (
          <p className={classes.mistake}>{mistakeAt(errors, `${prefix}.services`)}</p>
        )}
      </fieldset>
      <Switch
        label={words.always}
        hint={words.alwaysHint}
        isOn={one.week === undefined}
        onChange={(isOn) => onChange({ week: isOn ? undefined : house })}
      />
      {one.week && <WeekEditor week={one.week} errors={own} onChange={(week) => onChange({ week })} />}
      <ExceptionsEditor
        all={one.absences}
        prefix={`${prefix}.exceptions`}
        errors={errors}
        isAbsence
        onChange={(absences) => onChange({ absences })}
      />
    </>
  )
}
