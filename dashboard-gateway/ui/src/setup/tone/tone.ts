import type { Settings } from '../../lib/api-types'

/** How the assistant speaks, as it is typed. */
export interface Tone {
  formal: boolean
  signature: string
}

export function toTone({ formal, signature = '' }: Settings): Tone {
  return { formal, signature }
}

/** As the API takes it. */
export function fromTone({ formal, signature }: Tone): { formal: boolean; signature?: string } {
  return { formal, signature: signature.trim() === '' ? undefined : signature.trim() }
}
