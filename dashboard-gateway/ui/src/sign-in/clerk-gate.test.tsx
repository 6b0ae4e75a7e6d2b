import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../lib/session'
import { FakeClerk, unsignedToken } from '../testing/fake-clerk'
import { SignInGate } from './sign-in-gate'
import { signIn, type Door } from './sign-in'

describe('signing in with Clerk', () => {
  let clerk: FakeClerk
  let given: string[]

  beforeEach(() => {
    clerk = new FakeClerk()
    given = []
    vi.stubGlobal('fetch', (input: string | URL | Request, init: RequestInit = {}) => {
      const url = new URL(input instanceof Request ? input.url : input, window.location.href)
      if (url.host !== FakeClerk.HOST) return Promise.resolve(answer(200, config))
      const { status, body } = clerk.answer(init.method ?? 'GET', url)
      return Promise.resolve(answer(status, body))
    })
  })

  afterEach(() => {
    vi.unstubAllGlobals()
    // One Clerk per page: the next test is another page.
    Reflect.deleteProperty(globalThis, 'Clerk')
    vi.resetModules()
    document.cookie = '__session=; max-age=0'
  })

  const config = {
    authority: `https://${FakeClerk.HOST}`,
    clientId: 'accueil-dashboard',
    scope: 'openid',
    clerkPublishableKey: FakeClerk.PUBLISHABLE_KEY,
  }

  function knows(user: string) {
    clerk.signIn(user, () => {
      const token = unsignedToken(user, 'sess_1')
      given.push(token)
      return token
    })
  }

  function open(signingIn: Promise<Door | undefined> = signIn()) {
    render(
      <MantineProvider env="test">
        <SignInGate signingIn={signingIn}>
          {({ signOut }) => <button onClick={signOut}>Se déconnecter</button>}
        </SignInGate>
      </MantineProvider>,
    )
  }

  it('opens to whom Clerk knows, and calls carry the token of its session', async () => {
    knows('user_sophie')

    open()

    expect(await screen.findByRole('button', { name: 'Se déconnecter' })).toBeVisible()
    expect(given).toContain(session().token())
  })

  it('gets another token when the one that it has is refused', async () => {
    knows('user_sophie')
    open()
    await screen.findByRole('button', { name: 'Se déconnecter' })
    const refused = session().token()

    await session().renew()

    expect(session().token()).not.toBe(refused)
    expect(session().token()).toBe(given.at(-1))
  })

  it('says so when the session has ended meanwhile', async () => {
    knows('user_sophie')
    open()
    await screen.findByRole('button', { name: 'Se déconnecter' })

    clerk.signOut()

    await expect(session().renew()).rejects.toThrow()
  })

  it('sends whom Clerk does not know to its pages', async () => {
    const left = vi.fn()
    window.addEventListener('clerk:beforeunload', left)

    open()

    await waitFor(() => expect(left).toHaveBeenCalled())
    expect(screen.queryByRole('button', { name: 'Se déconnecter' })).not.toBeInTheDocument()
    window.removeEventListener('clerk:beforeunload', left)
  })

  it('says that nobody answers where Clerk does not', async () => {
    clerk.isDown = true

    open()

    expect(await screen.findByText('La connexion n’a pas abouti', undefined, { timeout: 20_000 })).toBeVisible()
  })
})

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}
