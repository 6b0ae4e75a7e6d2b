import { useEffect, useState } from 'react'

/** The time, to the minute: "hier" must not stay "14:05" on a screen that is never closed. */
export function useNow(everyMs = 60_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
