import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FieldError } from '../lib/api-types'
import { isWorthRetrying } from '../lib/fetch-json'
import { toTrouble, type Trouble } from '../lib/trouble'

interface Saving {
  /** What is wrong before anything is asked. */
  check?: () => FieldError[]
  save: () => Promise<void>
  /** Saving leads elsewhere: what is pressed until one is there counts no more. */
  leaves?: boolean
}

/** Saves a form once however often one presses, says why when it cannot, and leads to the first field that is wrong. */
export function useSaving({ check, save, leaves = false }: Saving) {
  const form = useRef<HTMLFormElement>(null)
  const busy = useRef(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (how: () => Promise<void>) => how(),
    // A form says that it could not be saved and stays as it is: waiting for a network is the person's to decide.
    networkMode: 'always',
    retry: (failures, error) => failures < 1 && isWorthRetrying(error),
  })
  useFirstMistake(form, trouble)

  async function run(how: () => Promise<void>, isLast = false): Promise<void> {
    if (busy.current) return
    busy.current = true
    setTrouble(undefined)
    try {
      await mutateAsync(how)
      busy.current = isLast
    } catch (error) {
      busy.current = false
      setTrouble(toTrouble(error))
    }
  }

  async function submit(): Promise<void> {
    const errors = check?.() ?? []
    if (errors.length > 0) setTrouble({ kind: 'fields', errors, isOurs: true })
    else await run(save, leaves)
  }

  // What was seen to be wrong here goes as it is mended; what the server said stays until it is asked again.
  const errors = trouble?.kind !== 'fields' ? [] : trouble.isOurs ? (check?.() ?? []) : trouble.errors
  const shown: Trouble | undefined = trouble?.kind === 'fields' ? { ...trouble, errors } : trouble
  return {
    form,
    submit,
    run,
    isSaving: isPending,
    trouble: trouble?.kind === 'fields' && errors.length === 0 ? undefined : shown,
    errors,
    calm: () => setTrouble(undefined),
  }
}

function useFirstMistake(form: RefObject<HTMLFormElement | null>, trouble: Trouble | undefined): void {
  useEffect(() => {
    if (trouble?.kind === 'fields') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, trouble])
}
