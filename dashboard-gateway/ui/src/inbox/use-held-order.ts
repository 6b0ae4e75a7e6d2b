import { useEffect, useMemo, useState } from 'react'
import type { Conversation } from '../lib/api-types'

/** After a finger lifts, the click that belongs to it has still to come. */
const CLICK_MS = 60

/**
 * The rows as they should stand now. While a row is pressed none moves, so that what is clicked is what opens; what the rows say
 * stays fresh all along.
 */
export function useHeldOrder(latest: Conversation[]) {
  const [held, setHeld] = useState<readonly string[]>()

  const rows = useMemo(() => {
    if (!held) return latest
    const fresh = new Map(latest.map((row) => [row.id, row]))
    const staying = held.flatMap((id) => fresh.get(id) ?? [])
    const known = new Set(held)
    return [...staying, ...latest.filter(({ id }) => !known.has(id))]
  }, [held, latest])

  const isHeld = held !== undefined
  useEffect(() => {
    if (!isHeld) return
    const release = () => window.setTimeout(() => setHeld(undefined), CLICK_MS)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [isHeld])

  return [rows, { onPointerDown: () => setHeld(rows.map(({ id }) => id)) }] as const
}
