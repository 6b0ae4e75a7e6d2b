import type { FieldError } from './api-types'
import { Problem } from './fetch-json'

/** Why what was typed could not be saved. */
export type Trouble =
  | { kind: 'fields'; errors: FieldError[]; isOurs?: boolean }
  /** Somebody else saved meanwhile. */
  | { kind: 'changed'; title: string; detail: string | undefined }
  | { kind: 'refused'; title: string; detail: string | undefined }
  | { kind: 'unreachable' }

export function toTrouble(error: unknown): Trouble {
  if (!(error instanceof Problem) || error.status >= 500) return { kind: 'unreachable' }
  const { title, detail, errors, status } = error
  if (errors.length > 0) return { kind: 'fields', errors }
  return { kind: status === 409 ? 'changed' : 'refused', title, detail }
}

/** What is wrong with a field, by the name that the request gives it. */
export function mistakeAt(errors: FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message
}
