import { VisuallyHidden } from '@mantine/core'
import { IconCopy, IconCup, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Day, FieldError } from '../../lib/api-types'
import { useLanguage, useWords } from '../../lib/i18n'
import { Switch } from '../../ui/switch'
import { hoursWords } from './hours.words'
import {
  appliedToOthers,
  changed,
  closed,
  DAYS,
  mistakeOf,
  opened,
  timesWith,
  toSaid,
  withBreak,
  withoutBreak,
  type Period,
  type Week,
} from './week'
import classes from './hours.module.css'

interface WeekEditorProps {
  week: Week
  errors: FieldError[]
  onChange: (week: Week) => void
}

/** The usual week: day by day, or one day for all. */
export function WeekEditor({ week, errors, onChange }: WeekEditorProps) {
  const words = useWords(hoursWords)
  const [applied, setApplied] = useState<{ day: Day; count: number; before: Week }>()

  function change(next: Week): void {
    setApplied(undefined)
    onChange(next)
  }

  function apply(day: Day): void {
    const { week: next, days } = appliedToOthers(week, day)
    setApplied({ day, count: days.length, before: week })
    onChange(next)
  }

  return (
    <div>
      <ul className={classes.week}>
        {DAYS.map((day) => (
          <li key={day} className={classes.day} data-closed={week[day].length === 0 || undefined}>
            <DayEditor day={day} week={week} errors={errors} onChange={change} onApply={() => apply(day)} />
          </li>
        ))}
      </ul>
      <div className={classes.applied} role="status">
        {applied && (
          <>
            <span>{words.applied(words.days[applied.day], applied.count)}</span>
            {applied.count > 0 && (
              <button type="button" className={classes.link} onClick={() => change(applied.before)}>
                {words.undo}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  )
}

interface DayEditorProps extends WeekEditorProps {
  day: Day
  onApply: () => void
}

function DayEditor({ day, week, errors, onChange, onApply }: DayEditorProps) {
  const words = useWords(hoursWords)
  const periods = week[day]
  const name = words.days[day]
  const mistake = mistakeOf(week, day, errors)
  const error = `${day}-mistake`
  const isOpen = periods.length > 0
  const hasBreak = periods.length > 1
  return (
    <>
      <div className={classes.head}>
        <Switch
          isBare
          label={words.open(name)}
          isOn={isOpen}
          onChange={(on) => onChange(on ? opened(week, day) : closed(week, day))}
        />
        <span className={classes.name} aria-hidden>
          {name}
        </span>
        {!isOpen && <span className={classes.shut}>{words.closed}</span>}
      </div>
      {isOpen && (
        <button
          type="button"
          className={`${classes.link ?? ''} ${classes.break ?? ''}`}
          onClick={() => onChange(hasBreak ? withoutBreak(week, day) : withBreak(week, day))}
        >
          {hasBreak ? <IconX size={17} aria-hidden /> : <IconCup size={17} aria-hidden />}
          {hasBreak ? words.removeBreak : words.addBreak}
          <VisuallyHidden component="span">, {name}</VisuallyHidden>
        </button>
      )}
      {isOpen && (
        <div className={classes.periods}>
          {periods.map((period, index) => (
            <PeriodEditor
              key={index}
              period={period}
              fromLabel={words.from(name, index)}
              toLabel={words.to(name, periods.length === 1 ? 1 : index)}
              error={mistake?.period === index ? error : undefined}
              onChange={(part) => onChange(changed(week, day, index, part))}
            />
          ))}
          {mistake && (
            <p id={error} className={classes.mistake}>
              {mistake.message}
            </p>
          )}
        </div>
      )}
      {isOpen && (
        <button
          type="button"
          className={`${classes.link ?? ''} ${classes.apply ?? ''}`}
          aria-label={words.applyOf(name)}
          onClick={onApply}
        >
          <IconCopy size={17} aria-hidden />
          {words.apply}
        </button>
      )}
    </>
  )
}

interface PeriodEditorProps {
  period: Period
  fromLabel: string
  toLabel: string
  error: string | undefined
  onChange: (part: Partial<Period>) => void
}

function PeriodEditor({ period, fromLabel, toLabel, error, onChange }: PeriodEditorProps) {
  const words = useWords(hoursWords)
  return (
    <div className={classes.period}>
      <Time label={fromLabel} time={period.from} isEnd={false} onChange={(from) => onChange({ from })} />
      <span aria-hidden>{words.until}</span>
      <Time label={toLabel} time={period.to} isEnd error={error} onChange={(to) => onChange({ to })} />
    </div>
  )
}

interface TimeProps {
  label: string
  time: string
  isEnd: boolean
  error?: string | undefined
  onChange: (time: string) => void
}

/** The browser's own list: a wheel under a thumb; on a keyboard, arrows and digits. */
function Time({ label, time, isEnd, error, onChange }: TimeProps) {
  const { language } = useLanguage()
  return (
    <select
      className={classes.time}
      aria-label={label}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error}
      value={time}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {timesWith(time, isEnd).map((it) => (
        <option key={it} value={it}>
          {language === 'fr' ? toSaid(it) : it}
        </option>
      ))}
    </select>
  )
}
