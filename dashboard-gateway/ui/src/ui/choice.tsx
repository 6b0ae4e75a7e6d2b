import { useId, type ReactNode } from 'react'
import tick from './tick.module.css'
import classes from './choice.module.css'

interface ChoiceProps<T extends string> {
  label: string
  value: T | undefined
  options: { value: T; title: string; text: string; icon?: ReactNode }[]
  error?: string | undefined
  onChange: (value: T) => void
}

/** One of a few, each on a card of its own. */
export function Choice<T extends string>({ label, value, options, error, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <fieldset
      className={classes.choice}
      data-wrong={error !== undefined || undefined}
      role="radiogroup"
      aria-describedby={error === undefined ? undefined : id}
    >
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.cards}>
        {options.map((option) => (
          <label key={option.value} className={classes.card}>
            <input
              type="radio"
              className={tick.round}
              name={id}
              checked={option.value === value}
              aria-invalid={error !== undefined || undefined}
              onChange={() => onChange(option.value)}
            />
            <span className={classes.words}>
              <strong>{option.title}</strong>
              <span>{option.text}</span>
            </span>
            {option.icon !== undefined && (
              <span className={classes.icon} aria-hidden>
                {option.icon}
              </span>
            )}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={id} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
