import { useCallback, useEffect, useRef, type RefObject } from 'react'

/** What was said before what is loaded. */
export interface Older {
  exist: boolean
  areLoading: boolean
  failed: boolean
  load: () => void
}

/** Brings one message before the reader's eyes; when it was said long ago, once as much has been loaded. */
export function useGoTo(scroller: RefObject<HTMLElement | null>, { exist, areLoading, failed, load }: Older) {
  const sought = useRef<string>(undefined)

  const look = useCallback(() => {
    if (sought.current === undefined) return true
    const line = scroller.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(sought.current)}"]`)
    if (!line) return false
    sought.current = undefined
    show(line)
    return true
  }, [scroller])

  // After each page that came, and when nothing more will.
  useEffect(() => {
    if (look() || areLoading) return
    if (exist && !failed) load()
    else sought.current = undefined
  }, [look, exist, areLoading, failed, load])

  return useCallback(
    (message: string) => {
      sought.current = message
      if (!look() && exist) load()
    },
    [look, exist, load],
  )
}

function show(line: HTMLElement): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  line.scrollIntoView({ block: 'center', behavior: isStill ? 'instant' : 'smooth' })
  line.focus({ preventScroll: true })
  line.dataset.sought = 'true'
  line.addEventListener('blur', () => delete line.dataset.sought, { once: true })
}
