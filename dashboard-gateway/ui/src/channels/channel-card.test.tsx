import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Channel } from '../lib/api-types'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { ChannelsSection } from './channels-section'

const channel: Channel = {
  id: 'channel',
  state: 'connected',
  accountSid: 'AC0123456789abcdef0123456789abcdef',
  version: 1,
  senders: [],
  checklist: [],
  address: 'whatsapp:+33199000042',
  lastReceivedAt: '2026-11-22T11:00:00Z',
  reconciliation: {
    state: 'red',
    checkedAt: '2026-11-22T11:00:00Z',
    missing: 2,
    sentence: '2 messages manquent encore.',
  },
}

describe('the numbers', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi().on('GET', '/api/channels', () => json({ items: [channel], webhookUrl: 'https://x#rp=5xx' }))
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = () => renderPart(<ChannelsSection mayManage={false} />)

  it('say how a number is, and whether every message is here', async () => {
    show()

    const card = await screen.findByRole('article', { name: /\+33 1.99.00.00.42/ })
    expect(within(card).getByText(/Dernier message reçu : 22 novembre 2026/)).toBeVisible()
    expect(within(card).getByText('À surveiller')).toBeVisible()
    expect(within(card).getByText('2 messages manquent encore.')).toBeVisible()
    expect(within(card).queryByText(/signature/)).not.toBeInTheDocument()
  })

  it('have a number checked now, and say what came of it', async () => {
    api.on('POST', '/api/channels/channel/reconciliation', () => {
      const green = { state: 'green', checkedAt: '2026-11-22T12:00:00Z', sentence: 'Les 214 messages sont là.' }
      api.on('GET', '/api/channels', () =>
        json({ items: [{ ...channel, reconciliation: green }], webhookUrl: 'https://x#rp=5xx' }),
      )
      return new Response(null, { status: 202 })
    })
    show()

    await userEvent.click(await screen.findByRole('button', { name: 'Vérifier maintenant' }))

    expect(screen.getByRole('button', { name: 'Vérification en cours…' })).toBeDisabled()
    expect(await screen.findByText('Les 214 messages sont là.')).toBeVisible()
    expect(screen.getByText('Tout est là')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Vérifier maintenant' })).toBeEnabled()
  })

  it('say when a check could not be asked for', async () => {
    api.on('POST', '/api/channels/channel/reconciliation', () => problem(400, 'Non'))
    show()

    await userEvent.click(await screen.findByRole('button', { name: 'Vérifier maintenant' }))

    expect(await screen.findByText('La vérification n’a pas pu être lancée. Réessayez.')).toBeVisible()
  })

  it.each([
    ['OTHER_ADDRESS', /recopiez l’adresse du webhook/],
    ['OTHER_TOKEN', /mais pas avec celui de ce numéro/],
    ['UNKNOWN', /a sans doute été changé/],
  ] as const)('say what to do about wrong signatures: %s', async (cause, advice) => {
    const signature = { at: '2026-11-22T11:00:00Z', cause, count: 3, sentence: 'Voici pourquoi.' }
    api.on('GET', '/api/channels', () => json({ items: [{ ...channel, signature }], webhookUrl: 'https://x#rp=5xx' }))
    show()

    const fact = await screen.findByRole('group', { name: 'Twilio appelle, mais la signature ne correspond pas' })
    expect(fact).toHaveTextContent(advice)
    expect(fact).toHaveTextContent('3 appels refusés')
  })

  it('are pending, none or wrong in words', async () => {
    api.on('GET', '/api/channels', never)
    const pending = show()
    expect(await screen.findByRole('status', { name: 'Chargement des numéros' })).toBeVisible()
    pending.unmount()

    api.on('GET', '/api/channels', () => json({ items: [], webhookUrl: 'https://x#rp=5xx' }))
    const empty = show()
    expect(await screen.findByRole('heading', { name: 'Aucun numéro relié' })).toBeVisible()
    empty.unmount()

    api.on('GET', '/api/channels', () => problem(400, 'Non'))
    show()
    expect(await screen.findByRole('heading', { name: 'Vos numéros ne s’affichent pas' })).toBeVisible()
  })
})
