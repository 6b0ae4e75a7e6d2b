import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Faq } from '../lib/api-types'
import { toTrouble, type Trouble } from '../lib/trouble'
import { faqsQuery, orderFaqs } from './faq.queries'
import { moved } from './shelf'

const ORDERING = ['order-faqs'] as const

/** Moves one at a time, shown at once; what cannot be saved goes back to how it stands for all. */
export function useOrder(faqs: Faq[]): {
  move: (faq: Faq, by: -1 | 1) => void
  trouble: Trouble | undefined
  retry: () => void
} {
  const queryClient = useQueryClient()
  const { mutate, error, reset } = useMutation({
    mutationKey: ORDERING,
    mutationFn: orderFaqs,
    networkMode: 'always',
    // One after the other, so that the last one pressed is the last one saved.
    scope: { id: 'order-faqs' },
    onSettled: () => {
      if (queryClient.isMutating({ mutationKey: ORDERING }) === 1) return queryClient.invalidateQueries(faqsQuery)
    },
  })
  return {
    move: (faq, by) => {
      const order = moved(queryClient.getQueryData(faqsQuery.queryKey) ?? faqs, faq, by)
      if (!order) return
      void queryClient.cancelQueries(faqsQuery)
      queryClient.setQueryData(faqsQuery.queryKey, order)
      mutate(order)
    },
    trouble: error ? toTrouble(error) : undefined,
    retry: () => {
      reset()
      void queryClient.invalidateQueries(faqsQuery)
    },
  }
}
