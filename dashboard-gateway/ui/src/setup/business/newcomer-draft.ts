import { adoptKept, forgetKept } from '../use-kept'

const KEY = 'accueil.setup.key'

/** One per draft, also after a reload: however often it is sent, one workspace is opened. */
export function keyOfDraft(): string {
  const kept = sessionStorage.getItem(KEY)
  if (kept !== null) return kept
  const key = crypto.randomUUID()
  sessionStorage.setItem(KEY, key)
  return key
}

/** Where it lies between the workspace's opening and the end of its first step. */
export function keptByNewcomer(workspace: string): string {
  return `${workspace}.new`
}

export function adoptNewcomer(workspace: string, seen: object): void {
  adoptKept(keptByNewcomer(workspace), `${workspace}.business`, seen)
  sessionStorage.removeItem(KEY)
}

export function forgetNewcomer(workspace: string): void {
  forgetKept(keptByNewcomer(workspace))
  sessionStorage.removeItem(KEY)
}
