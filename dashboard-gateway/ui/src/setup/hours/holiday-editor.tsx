import { useWords } from '../../lib/i18n'
import { SelectField } from '../../ui/field'
import { Switch } from '../../ui/switch'
import tick from '../../ui/tick.module.css'
import { holidaysOf, REGIONS, toHoliday, usuallyWorked } from './holidays'
import { hoursWords } from './hours.words'
import classes from './hours.module.css'

interface HolidayEditorProps {
  region: string
  worked: string[]
  onChange: (part: { holidayRegion?: string; workedHolidays?: string[] }) => void
}

/** Closed on public holidays, unless somebody says otherwise, day by day. */
export function HolidayEditor({ region, worked, onChange }: HolidayEditorProps) {
  const words = useWords(hoursWords)
  const isClosed = worked.length === 0
  return (
    <div className={classes.holidays}>
      <Switch
        label={words.holidays}
        hint={words.holidaysHint}
        isOn={isClosed}
        onChange={(on) => onChange({ workedHolidays: on ? [] : usuallyWorked(region) })}
      />
      {!isClosed && (
        <fieldset className={classes.worked}>
          <legend>{words.worked}</legend>
          {holidaysOf(region).map((holiday) => (
            <label key={holiday} className={classes.chip}>
              <input
                type="checkbox"
                className={tick.box}
                checked={worked.includes(holiday)}
                onChange={(event) => {
                  const others = worked.filter((it) => it !== holiday)
                  onChange({ workedHolidays: event.currentTarget.checked ? [...others, holiday] : others })
                }}
              />
              {words.holiday[toHoliday(holiday)]}
            </label>
          ))}
        </fieldset>
      )}
      <SelectField
        label={words.region}
        value={region}
        data={REGIONS.map((value) => ({ value, label: words.regions[value] }))}
        onChange={(event) => {
          const holidayRegion = event.currentTarget.value
          const known = holidaysOf(holidayRegion)
          onChange({ holidayRegion, workedHolidays: worked.filter((it) => known.includes(it)) })
        }}
      />
    </div>
  )
}
