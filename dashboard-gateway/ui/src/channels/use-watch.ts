import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Channel } from '../lib/api-types'
import { channelsQuery } from '../lib/channels'
import { checkAtTwilio } from './channels.queries'

const LOOK_MS = 2_000
const ASK_MS = 8_000
/** What only Twilio knows; of the rest we hear by ourselves. */
const ASKED = new Set<Channel['checklist'][number]['step']>(['credentials', 'number', 'webhook'])

/** While somebody looks at a number that is not connected through, its checklist turns green by itself. */
export function useWatch({ id, checklist }: Channel): void {
  const queryClient = useQueryClient()
  const open = checklist.filter(({ progress }) => progress !== 'done')
  const isOpen = open.length > 0
  const isAtTwilio = open.some(({ step }) => ASKED.has(step))

  useEffect(() => {
    if (!isOpen) return
    const look = setInterval(() => {
      if (document.visibilityState === 'visible') void queryClient.invalidateQueries(channelsQuery)
    }, LOOK_MS)
    return () => clearInterval(look)
  }, [isOpen, queryClient])

  useEffect(() => {
    if (!isAtTwilio) return
    const ask = () => {
      // Whoever is offline sees it elsewhere; the next turn asks again.
      if (document.visibilityState === 'visible') checkAtTwilio(id).catch(() => undefined)
    }
    ask()
    const turns = setInterval(ask, ASK_MS)
    return () => clearInterval(turns)
  }, [id, isAtTwilio])
}
