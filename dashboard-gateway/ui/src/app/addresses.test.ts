import { describe, expect, it } from 'vitest'
import { publicAddresses } from './addresses'

describe('public addresses', () => {
  const at = (path: string) => new URL(path, 'http://accueil.test')
  const path = (rewritten: string | URL | undefined) => (rewritten instanceof URL ? rewritten.pathname : rewritten)

  it.each([
    ['/dashboard', '/'],
    ['/dashboard/conversations/marie', '/conversations/marie'],
    ['/dashboard/settings', '/settings'],
    ['/onboarding', '/onboarding'],
    ['/onboarding/hours', '/onboarding/hours'],
  ])('%s is %s among our own, and back', (shown, ours) => {
    expect(path(publicAddresses.input?.({ url: at(shown) }))).toBe(ours)
    expect(path(publicAddresses.output?.({ url: at(ours) }))).toBe(shown)
  })

  it('keep what only looks like the wizard in the dashboard', () => {
    expect(path(publicAddresses.output?.({ url: at('/onboardings') }))).toBe('/dashboard/onboardings')
  })
})
