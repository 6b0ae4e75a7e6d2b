import { useState } from 'react'

const PREFIX = 'accueil.draft.'

/** What is being written to someone: still there after a look elsewhere, and after signing in again. */
export function useDraft(id: string) {
  const [draft, setDraft] = useState(() => sessionStorage.getItem(PREFIX + id) ?? '')

  function write(body: string): void {
    setDraft(body)
    if (body === '') sessionStorage.removeItem(PREFIX + id)
    else sessionStorage.setItem(PREFIX + id, body)
  }

  return [draft, write] as const
}
