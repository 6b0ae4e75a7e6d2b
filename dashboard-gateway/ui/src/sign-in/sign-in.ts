import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { z } from 'zod'
import { paths } from '../lib/paths'
import { openSession } from '../lib/session'

const clientConfig = z.object({ authority: z.string(), clientId: z.string(), scope: z.string() })

const BASE = '/dashboard'
const SIGNED_IN = `${BASE}/signed-in`
const FRESH_MS = 15_000
const cameFrom = z.object({ returnTo: z.string().refine(isPage) })

export interface SignedIn {
  signOut: () => void
}

/**
 * Signs in before anything is shown: the page goes to the provider and comes back to where it was, at once when the provider
 * still knows the browser. The token lives in memory alone, so that each reload goes this way.
 * Resolves to nothing when the page is about to leave.
 */
export async function signIn(): Promise<SignedIn | undefined> {
  const manager = await openManager()
  if (window.location.pathname !== SIGNED_IN) {
    await leave(manager)
    return undefined
  }
  const user = await manager.signinRedirectCallback()
  const state = cameFrom.safeParse(user.state)
  window.history.replaceState(null, '', state.success ? state.data.returnTo : BASE)
  return open(manager)
}

async function openManager(): Promise<UserManager> {
  const response = await fetch(paths.clientConfig, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`client settings: HTTP ${response.status}`)
  const { authority, clientId, scope } = clientConfig.parse(await response.json())
  const { origin } = window.location
  return new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: `${origin}${SIGNED_IN}`,
    post_logout_redirect_uri: `${origin}${BASE}`,
    response_type: 'code',
    loadUserInfo: false,
    monitorSession: false,
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    accessTokenExpiringNotificationTimeInSeconds: 60,
  })
}

async function open(manager: UserManager): Promise<SignedIn> {
  let token = (await manager.getUser())?.access_token
  let renewing: Promise<void> | undefined
  const openedAt = Date.now()

  async function renewNow(): Promise<void> {
    const user = await manager.getUser()
    // Without a refresh token the provider's own session is asked, by leaving and coming back.
    if (!user?.refresh_token) {
      // A token that is refused as soon as it is given would send the page round for ever.
      if (Date.now() - openedAt < FRESH_MS) throw new Error('a fresh token was refused')
      return leave(manager)
    }
    try {
      const renewed = await manager.signinSilent()
      token = renewed?.access_token ?? token
    } catch (error) {
      if (isUnreachable(error)) throw error
      return leave(manager)
    }
  }

  const renew = () => (renewing ??= renewNow().finally(() => (renewing = undefined)))

  // Expiring is only worth a detour when it needs none: a page that would have to leave waits for the first refusal.
  manager.events.addAccessTokenExpiring(() => {
    void manager.getUser().then((user) => {
      if (user?.refresh_token) return renew().catch((error: unknown) => console.warn('Renewal will be retried', error))
    })
  })
  openSession({ token: () => token, renew, workspace: undefined })
  return { signOut: () => void manager.signoutRedirect() }
}

async function leave(manager: UserManager): Promise<never> {
  const { pathname, search } = window.location
  const returnTo = pathname !== SIGNED_IN && isPage(pathname) ? pathname + search : `${BASE}/`
  await manager.signinRedirect({ state: { returnTo } })
  // The page is being left: whoever waits for a token waits until it is gone.
  return new Promise<never>(() => undefined)
}

/** The dashboard's pages and the wizard's, and nothing else: what comes back from the provider is not trusted. */
function isPage(path: string): boolean {
  return path.startsWith(`${BASE}/`) || /^\/onboarding(?:[/?]|$)/.test(path)
}

function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === 'ErrorTimeout')
}
