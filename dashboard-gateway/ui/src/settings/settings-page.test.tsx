import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OptOut } from '../lib/api-types'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { SettingsPage } from './settings-page'

const stop: OptOut = {
  conversation: 'marie',
  customer: { name: 'Marie Lefèvre', phone: '+33639980012', address: 'whatsapp:+33639980012' },
  at: '2026-11-22T11:00:00Z',
  kind: 'stop',
  word: 'Arrêt',
  reason: 'keyword',
  message: 'm1',
}

describe('settings', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi().on('GET', '/api/opt-outs', () => json({ items: [stop] }))
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = () => renderPart(<SettingsPage />)

  it('list who said STOP, in their words, with the way to the conversation', async () => {
    const resumed: OptOut = { ...stop, kind: 'resume', word: undefined, reason: 'explicit_wish', message: 'm2' }
    api.on('GET', '/api/opt-outs', () => json({ items: [resumed], nextCursor: 'more' }))
    show()
    await screen.findByText('Reprise')
    expect(screen.getByText('par une nouvelle demande')).toBeVisible()

    api.on('GET', '/api/opt-outs', () => json({ items: [stop] }))
    await userEvent.click(screen.getByRole('button', { name: 'Voir la suite' }))

    expect(await screen.findByText('a écrit « Arrêt »')).toBeVisible()
    expect(screen.getAllByRole('link', { name: 'Marie Lefèvre' })[0]).toHaveAttribute('href', '/conversations/marie')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Voir la suite' })).not.toBeInTheDocument())
    expect(api.askedFor('GET', '/api/opt-outs')[1]?.query.get('cursor')).toBe('more')
  })

  it('are pending, empty or wrong in words', async () => {
    api.on('GET', '/api/opt-outs', never)
    const pending = show()
    expect(await screen.findByRole('status', { name: 'Chargement du registre' })).toBeVisible()
    pending.unmount()

    api.on('GET', '/api/opt-outs', () => json({ items: [] }))
    const empty = show()
    expect(await screen.findByText('Personne n’a demandé l’arrêt des messages.')).toBeVisible()
    empty.unmount()

    api.on('GET', '/api/opt-outs', () => problem(400, 'Non'))
    show()
    expect(await screen.findByText('Le registre ne s’affiche pas.')).toBeVisible()
  })
})
