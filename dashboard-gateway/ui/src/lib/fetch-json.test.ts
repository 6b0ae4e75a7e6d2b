import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi, json, problem } from '../testing/fake-api'
import { fetchJson, isWorthRetrying, Problem, Unreachable } from './fetch-json'
import { openSession } from './session'

describe('calling the API', () => {
  let api: FakeApi
  let token: string
  const renew = vi.fn()

  beforeEach(() => {
    api = new FakeApi()
    token = 'old'
    renew.mockReset().mockImplementation(() => {
      token = 'new'
      return Promise.resolve()
    })
    openSession({ token: () => token, renew, workspace: 'camelia' })
  })

  afterEach(() => vi.unstubAllGlobals())

  it('renews a token that ended and asks again', async () => {
    api.on('GET', '/api/me', ({ headers }) =>
      headers.get('Authorization') === 'Bearer new' ? json({ name: 'Sophie' }) : problem(401, 'Session expirée'),
    )

    await expect(fetchJson('/api/me')).resolves.toEqual({ name: 'Sophie' })
    expect(renew).toHaveBeenCalledOnce()
  })

  it('does not renew for ever', async () => {
    api.on('GET', '/api/me', () => problem(401, 'Session expirée'))

    await expect(fetchJson('/api/me')).rejects.toMatchObject({ status: 401 })
    expect(renew).toHaveBeenCalledOnce()
  })

  it('says in French what the server could not do', async () => {
    api.on('GET', '/api/me', () => problem(409, 'Fenêtre fermée', 'La réponse libre n’est plus possible.'))

    await expect(fetchJson('/api/me')).rejects.toMatchObject({
      title: 'Fenêtre fermée',
      message: 'La réponse libre n’est plus possible.',
    })
  })

  it('retries only what may go better a moment later', () => {
    expect(isWorthRetrying(new Problem(503, ''))).toBe(true)
    expect(isWorthRetrying(new Unreachable())).toBe(true)
    expect(isWorthRetrying(new Problem(409, ''))).toBe(false)
    expect(isWorthRetrying(new Problem(404, ''))).toBe(false)
  })
})
