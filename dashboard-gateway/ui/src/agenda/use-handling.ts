import { useQueryClient } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import type { FieldError, HandledBooking } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { useSaving } from '../ui/use-saving'
import { bookingsKey } from './agenda.queries'
import { agendaWords } from './agenda.words'

interface Handling {
  check?: () => FieldError[]
  handle: () => Promise<HandledBooking>
  /** That it is done; whether the customer was told is added. */
  done: string
  onDone: (said: string) => void
}

/** Enters, moves or cancels, and says whether the customer was told. */
export function useHandling({ check, handle, done, onDone }: Handling) {
  const words = useWords(agendaWords)
  const queryClient = useQueryClient()
  const saving = useSaving({
    ...(check && { check }),
    save: async () => {
      const { customerTold, notTold } = await handle()
      await queryClient.invalidateQueries({ queryKey: bookingsKey })
      const told = customerTold ? words.told : notTold && words.notTold[notTold]
      onDone([done, told].filter(Boolean).join(' '))
    },
  })
  return {
    ...saving,
    onSubmit: (event: SyntheticEvent) => {
      event.preventDefault()
      void saving.submit()
    },
    retry: () => void saving.submit(),
    /** What somebody else made of it meanwhile. */
    reload: () => void saving.run(() => queryClient.invalidateQueries({ queryKey: bookingsKey })),
  }
}
