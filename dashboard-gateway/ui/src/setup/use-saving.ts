import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FieldError } from '../lib/api-types'
import { isWorthRetrying } from '../lib/fetch-json'
import { toTrouble, type Trouble } from './trouble'

interface Saving {
  /** What is wrong before anything is asked. */
  check?: () => FieldError[]
  save: () => Promise<void>
}

/** Saves a form once however often one presses, says why when it cannot, and leads to the first field that is wrong. */
export function useSaving({ check, save }: Saving) {
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

  async function run(how: () => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    setTrouble(undefined)
    try {
      await mutateAsync(how)
    } catch (error) {
      setTrouble(toTrouble(error))
    } finally {
      busy.current = false
    }
  }

  async function submit(): Promise<void> {
    const errors = check?.() ?? []
    if (errors.length > 0) setTrouble({ kind: 'fields', errors })
    else await run(save)
  }

  return {
    form,
    submit,
    run,
    isSaving: isPending,
    trouble,
    errors: trouble?.kind === 'fields' ? trouble.errors : [],
    calm: () => setTrouble(undefined),
  }
}

function useFirstMistake(form: RefObject<HTMLFormElement | null>, trouble: Trouble | undefined): void {
  useEffect(() => {
    if (trouble?.kind === 'fields') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, trouble])
}
