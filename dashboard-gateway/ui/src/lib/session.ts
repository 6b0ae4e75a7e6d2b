/** Who is signed in and for which business: filled by sign-in and the app, read by every call. */
export interface Session {
  /** The access token that calls carry now. */
  token: () => string | undefined
  /** Gets a fresh token; rejects when the person must sign in again. Callers at the same time share one renewal. */
  renew: () => Promise<void>
  /** The chosen workspace, once there is one. */
  workspace: string | undefined
}

const nobody: Session = {
  token: () => undefined,
  renew: () => Promise.reject(new Error('nobody is signed in')),
  workspace: undefined,
}

let current: Session = nobody

export function session(): Session {
  return current
}

export function openSession(opened: Session): void {
  current = opened
}

export function chooseWorkspace(id: string): void {
  current = { ...current, workspace: id }
}

/** The headers that say who calls, and for which business. */
export function identity(): Record<string, string> {
  const { token, workspace } = current
  const bearer = token()
  return {
    ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
    ...(workspace ? { 'X-Accueil-Workspace': workspace } : {}),
  }
}
