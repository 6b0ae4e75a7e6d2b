import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { FieldError } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { SelectField, TextField } from '../../ui/field'
import { blankExceptional, type Exceptional } from './exceptional'
import { openingWords } from './opening.words'
import classes from './opening.module.css'

interface ExceptionsEditorProps {
  all: Exceptional[]
  /** Under which name mistakes say that they belong here. */
  prefix: string
  errors: FieldError[]
  /** Absences of somebody are never openings. */
  isAbsence?: boolean
  onChange: (all: Exceptional[]) => void
}

/** Closed for the holidays, open on one Sunday, away on Thursday afternoon. */
export function ExceptionsEditor({ all, prefix, errors, isAbsence = false, onChange }: ExceptionsEditorProps) {
  const words = useWords(openingWords).exceptions
  return (
    <div className={classes.exceptions}>
      {all.length > 0 && (
        <ul className={classes.list} aria-label={isAbsence ? words.absences : words.list}>
          {all.map((one, index) => (
            <li key={one.key} className={classes.exception}>
              <One
                one={one}
                isAbsence={isAbsence}
                error={
                  errors.find(
                    ({ field }) => field === `${prefix}[${index}]` || field.startsWith(`${prefix}[${index}].`),
                  )?.message
                }
                onChange={(part) => onChange(all.map((it) => (it.key === one.key ? { ...it, ...part } : it)))}
                onRemove={() => onChange(all.filter(({ key }) => key !== one.key))}
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
        onClick={() => onChange([...all, blankExceptional(crypto.randomUUID())])}
      >
        {isAbsence ? words.addAbsence : words.add}
      </Button>
    </div>
  )
}

interface OneProps {
  one: Exceptional
  isAbsence: boolean
  error: string | undefined
  onChange: (part: Partial<Exceptional>) => void
  onRemove: () => void
}

function One({ one, isAbsence, error, onChange, onRemove }: OneProps) {
  const words = useWords(openingWords).exceptions
  const text = (part: 'from' | 'to' | 'start' | 'end' | 'label') => ({
    label: words[part],
    value: one[part],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange({ [part]: currentTarget.value }),
  })
  return (
    <>
      <div className={classes.fields}>
        {!isAbsence && (
          <SelectField
            label={words.kind}
            value={one.open ? 'open' : 'closed'}
            data={[
              { value: 'closed', label: words.closed },
              { value: 'open', label: words.open },
            ]}
            onChange={(event) => onChange({ open: event.currentTarget.value === 'open' })}
          />
        )}
        <TextField type="date" {...text('from')} error={error !== undefined} />
        <TextField type="date" {...text('to')} min={one.from || undefined} />
        <TextField type="time" step={900} {...text('start')} />
        <TextField type="time" step={900} {...text('end')} />
        <TextField {...text('label')} maxLength={80} className={classes.wide} />
      </div>
      <button
        type="button"
        className={classes.remove}
        aria-label={words.remove(one.label, one.from)}
        onClick={onRemove}
      >
        <IconTrash size={20} aria-hidden />
      </button>
      {error !== undefined && <p className={classes.mistake}>{error}</p>}
    </>
  )
}
