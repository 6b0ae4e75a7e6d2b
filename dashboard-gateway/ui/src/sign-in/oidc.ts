import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { z } from 'zod'
import { openSession } from '../lib/session'
import { HOME, isPage, SIGNED_IN, wantedPage } from './pages'
import type { ClientConfig, SignedIn } from './sign-in'

const FRESH_MS = 15_000
const cameFrom = z.object({ returnTo: z.string().refine(isPage) })

/**
 * Signs in before anything is shown: the page goes to the provider and comes back to where it was, at once when the provider
 * still knows the browser. The token lives in memory alone, so that each reload goes this way.
 * Resolves to nothing when the page is about to leave.
 */
export async function signInAtOidc(config: ClientConfig): Promise<SignedIn | undefined> {
  const manager = newManager(config)
  if (window.location.pathname !== SIGNED_IN) {
    await leave(manager)
    return undefined
  }
  const user = await manager.signinRedirectCallback()
  const state = cameFrom.safeParse(user.state)
  window.history.replaceState(null, '', state.success ? state.data.returnTo : HOME)
  return open(manager)
}

function newManager({ authority, clientId, scope }: ClientConfig): UserManager {
  const { origin } = window.location
  return new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: `${origin}${SIGNED_IN}`,
    post_logout_redirect_uri: `${origin}/dashboard`,
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
  await manager.signinRedirect({ state: { returnTo: wantedPage(window.location) } })
  // The page is being left: whoever waits for a token waits until it is gone.
  return new Promise<never>(() => undefined)
}

function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === 'ErrorTimeout')
}
