import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './switch.module.css'

interface SwitchProps {
  label: string
  hint?: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** Its label is said, and stands beside it already for who sees. */
  isBare?: boolean
}

/** On or off, at once. */
export function Switch({ label, hint, isOn, isBare, onChange }: SwitchProps) {
  return (
    <label className={classes.switch}>
      {isBare ? (
        <VisuallyHidden component="span">{label}</VisuallyHidden>
      ) : (
        <span className={classes.words}>
          {label}
          {hint !== undefined && <small>{hint}</small>}
        </span>
      )}
      <span className={classes.track}>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span aria-hidden />
      </span>
    </label>
  )
}
