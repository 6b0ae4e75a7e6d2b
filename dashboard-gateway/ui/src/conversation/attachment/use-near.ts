import { useCallback, useState } from 'react'

/** Whether an element has come near what is seen: what lies far above is fetched by who scrolls there. */
export function useNear() {
  const [isNear, setIsNear] = useState(false)
  const watch = useCallback((element: Element | null) => {
    if (!element) return undefined
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setIsNear(true)
        watcher.disconnect()
      },
      { rootMargin: '400px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return [isNear, watch] as const
}
