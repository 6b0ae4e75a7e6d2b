/**
 * Stands in for Clerk's Frontend API, as far as clerk-js asks of it for somebody who signs in on Clerk's own pages: who the
 * browser is, and a session's tokens. Shapes: Clerk's `EnvironmentJSON`, `ClientJSON`, `SessionJSON`. Depends on nothing, so
 * that the journeys can answer with it too.
 */
export class FakeClerk {
  static readonly HOST = 'clerk.accueil.test'
  static readonly PAGES = 'https://accounts.accueil.test'
  static readonly PUBLISHABLE_KEY = `pk_live_${btoa(`${FakeClerk.HOST}$`)}`
  /** What was asked, as `POST /v1/client/sessions/sess_1/tokens`. */
  readonly asked: string[] = []
  isDown = false
  private signedIn: { user: string; session: string; token: () => string } | undefined
  private sessions = 0

  /** @param token the next one that the session gets: a JWT with `iat` and `exp` */
  signIn(user: string, token: () => string): void {
    this.sessions += 1
    this.signedIn = { user, session: `sess_${this.sessions}`, token }
  }

  signOut(): void {
    this.signedIn = undefined
  }

  answer(method: string, url: URL): { status: number; body: unknown } {
    // Browsers send no method but these two to another origin without asking first; clerk-js says the others in the query.
    const asked = `${url.searchParams.get('_method') ?? method} ${url.pathname}`
    this.asked.push(asked)
    if (this.isDown)
      return { status: 503, body: { errors: [{ code: 'unavailable', message: 'down', long_message: 'down' }] } }
    if (asked === 'GET /v1/environment') return { status: 200, body: environment }
    if (asked === 'GET /v1/client') return { status: 200, body: { response: this.client() } }
    const session = /^POST \/v1\/client\/sessions\/(\w+)\/(tokens|touch|remove)$/.exec(asked)
    if (!session || !this.signedIn || session[1] !== this.signedIn.session) {
      const words = { code: 'resource_not_found', message: 'not found', long_message: asked }
      return { status: session?.[2] === 'tokens' ? 401 : 404, body: { errors: [words] } }
    }
    if (session[2] === 'tokens') return { status: 200, body: { object: 'token', jwt: this.signedIn.token() } }
    const response = this.session()
    if (session[2] === 'remove') this.signOut()
    return { status: 200, body: { response, client: this.client() } }
  }

  private client() {
    const session = this.session()
    return {
      object: 'client',
      id: 'client_1',
      sessions: session ? [session] : [],
      sign_in: null,
      sign_up: null,
      last_active_session_id: session?.id ?? null,
      last_authentication_strategy: null,
      cookie_expires_at: null,
      created_at: 0,
      updated_at: Date.now(),
    }
  }

  private session() {
    if (!this.signedIn) return undefined
    const { user, session, token } = this.signedIn
    const person = { first_name: user, last_name: null, image_url: '', has_image: false, identifier: user }
    return {
      object: 'session',
      id: session,
      status: 'active',
      factor_verification_age: null,
      expire_at: Date.now() + 7 * 86_400_000,
      abandon_at: Date.now() + 30 * 86_400_000,
      last_active_at: Date.now(),
      last_active_token: { object: 'token', jwt: token() },
      last_active_organization_id: null,
      actor: null,
      tasks: null,
      user: {
        ...person,
        object: 'user',
        id: user,
        email_addresses: [],
        phone_numbers: [],
        web3_wallets: [],
        external_accounts: [],
        enterprise_accounts: [],
        passkeys: [],
        organization_memberships: [],
        public_metadata: {},
        unsafe_metadata: {},
        created_at: 0,
        updated_at: 0,
      },
      public_user_data: { ...person, user_id: user },
      created_at: 0,
      updated_at: Date.now(),
    }
  }
}

const environment = {
  object: 'environment',
  id: 'env_1',
  auth_config: { object: 'auth_config', id: 'aconf_1', single_session_mode: true, reverification: false },
  display_config: {
    object: 'display_config',
    id: 'display_config_1',
    application_name: 'Accueil',
    instance_environment_type: 'production',
    sign_in_url: `${FakeClerk.PAGES}/sign-in`,
    sign_up_url: `${FakeClerk.PAGES}/sign-up`,
    home_url: FakeClerk.PAGES,
    branded: true,
  },
  user_settings: { attributes: {}, social: {}, sign_in: {}, sign_up: {}, password_settings: {}, actions: {} },
  organization_settings: { enabled: false, max_allowed_memberships: 5, domains: { enabled: false }, actions: {} },
  maintenance_mode: false,
}

/** As Clerk's session tokens are, but for the signature, which only servers check. */
export function unsignedToken(subject: string, session: string, now = Date.now(), lifetimeMs = 60_000): string {
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  const iat = Math.floor(now / 1000)
  const claims = {
    sub: subject,
    sid: session,
    iss: `https://${FakeClerk.HOST}`,
    iat,
    nbf: iat,
    exp: iat + lifetimeMs / 1000,
  }
  return `${part({ alg: 'RS256', typ: 'JWT', kid: 'ins_1' })}.${part({ ...claims, jti: `${now}${Math.random()}` })}.c2lnbmVk`
}
