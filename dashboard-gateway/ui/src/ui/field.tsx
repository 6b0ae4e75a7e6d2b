import {
  NativeSelect,
  Textarea,
  TextInput,
  type NativeSelectProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core'
import classes from './field.module.css'

const classNames = {
  label: classes.label ?? '',
  description: classes.hint ?? '',
  input: classes.input ?? '',
  error: classes.error ?? '',
}

/** One line to write on, and what is wrong with it below. */
export function TextField({ label, optional, ...input }: TextInputProps & { optional?: string }) {
  return (
    <TextInput
      {...input}
      classNames={classNames}
      label={
        optional === undefined ? (
          label
        ) : (
          <>
            {label} <span className={classes.optional}>({optional})</span>
          </>
        )
      }
    />
  )
}

/** Several lines to write on. */
export function TextArea(area: TextareaProps) {
  return <Textarea {...area} classNames={{ ...classNames, input: `${classes.input ?? ''} ${classes.area ?? ''}` }} />
}

/** The browser's own list: a wheel under a thumb, letters on a keyboard. */
export function SelectField(select: NativeSelectProps) {
  return (
    <NativeSelect {...select} classNames={{ ...classNames, input: `${classes.input ?? ''} ${classes.select ?? ''}` }} />
  )
}
