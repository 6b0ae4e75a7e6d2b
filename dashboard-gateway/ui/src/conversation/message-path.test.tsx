import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Template } from '../lib/api-types'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { aConversation, aMessage, fromSophie, ledBySophie, SOPHIE } from '../testing/fixtures'
import { renderPart } from '../testing/render-app'
import { ConversationPage } from './conversation-page'

const MESSAGES = '/api/conversations/marie/messages'
const RESEND = `${MESSAGES}/refused/resend`

describe('what holds a message back', () => {
  let api: FakeApi

  beforeEach(() => {
    sessionStorage.clear()
    api = new FakeApi().on('GET', MESSAGES, () => json({ items: [aMessage()] }))
  })

  afterEach(() => vi.unstubAllGlobals())

  function show(more: Parameters<typeof aConversation>[0] = {}) {
    api.on('GET', '/api/conversations/marie', () => json(aConversation({ status: 'open', ...more })))
    return renderPart(<ConversationPage id="marie" me={SOPHIE} />)
  }

  describe('a STOP', () => {
    it('is said on top, and leaves no place to write', async () => {
      show({ optedOutAt: '2026-11-22T11:00:00Z' })

      expect(
        await screen.findByText(/Ce client ne souhaite plus recevoir de messages \(STOP le 22 novembre 2026/),
      ).toBeVisible()
      expect(screen.getByText('Écriture suspendue')).toBeVisible()
      expect(screen.getByText('L’assistant se tait aussi')).toBeVisible()
      expect(screen.queryByText('L’assistant répond')).not.toBeInTheDocument()
      expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
      expect(screen.queryByRole('button', { name: 'Choisir un modèle' })).not.toBeInTheDocument()
    })

    it('is over when the customer wants messages again', async () => {
      const { happens } = show({ optedOutAt: '2026-11-22T11:00:00Z' })
      await screen.findByText('Écriture suspendue')

      act(() =>
        happens({ type: 'ConversationChanged', data: { conversation: aConversation({ status: 'open', version: 9 }) } }),
      )

      expect(await screen.findByRole('textbox', { name: 'Votre message' })).toBeVisible()
      expect(screen.queryByText(/STOP le/)).not.toBeInTheDocument()
    })
  })

  describe('a refusal', () => {
    const refused = fromSophie({
      id: 'refused',
      body: 'À samedi',
      status: 'refused',
      failure: 'Le téléphone du client était injoignable.',
      resendable: true,
      version: 3,
    })
    const again = fromSophie({
      ...refused,
      status: 'queued',
      failure: undefined,
      resendable: false,
      round: 1,
      version: 4,
    })

    beforeEach(() => void api.on('GET', MESSAGES, () => json({ items: [refused] })))

    it('says why, and sends again under one key however often it has to be asked', async () => {
      let calls = 0
      api.on('POST', RESEND, () => (++calls === 1 ? problem(503, 'Indisponible') : json(again)))
      show()
      expect(await screen.findByText('Le téléphone du client était injoignable.')).toBeVisible()

      await userEvent.click(screen.getByRole('button', { name: 'Renvoyer' }))

      expect(await screen.findByText('Nouvel envoi en cours…')).toBeVisible()
      expect(await screen.findByRole('img', { name: 'En attente d’envoi' })).toBeVisible()
      expect(screen.queryByText('Le téléphone du client était injoignable.')).not.toBeInTheDocument()
      expect(new Set(api.askedFor('POST', RESEND).map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
      expect(api.askedFor('POST', RESEND)[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    })

    it('says why it cannot be sent again', async () => {
      api.on('POST', RESEND, () => problem(409, 'Fenêtre fermée', 'La réponse libre n’est plus possible.'))
      show()

      await userEvent.click(await screen.findByRole('button', { name: 'Renvoyer' }))

      expect(await screen.findByRole('alert')).toHaveTextContent('La réponse libre n’est plus possible.')
      expect(screen.getByRole('button', { name: 'Renvoyer' })).toBeVisible()
    })

    it('of a second round is a new act, under another key', async () => {
      api.on('POST', RESEND, () => json(again))
      const { happens } = show()
      await userEvent.click(await screen.findByRole('button', { name: 'Renvoyer' }))
      await screen.findByRole('img', { name: 'En attente d’envoi' })

      const message = { ...refused, round: 1, version: 5, failure: 'Encore injoignable.' }
      act(() => happens({ type: 'MessageChanged', data: { conversation: 'marie', version: 8, message } }))
      await userEvent.click(await screen.findByRole('button', { name: 'Renvoyer' }))

      await waitFor(() => expect(api.askedFor('POST', RESEND)).toHaveLength(2))
      expect(new Set(api.askedFor('POST', RESEND).map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(2)
    })

    it('that cannot be mended offers nothing', async () => {
      api.on('GET', MESSAGES, () => json({ items: [{ ...refused, resendable: false }] }))
      show()

      await screen.findByText('Le téléphone du client était injoignable.')
      expect(screen.queryByRole('button', { name: 'Renvoyer' })).not.toBeInTheDocument()
    })
  })

  describe('a closed window', () => {
    const closed = { freeTextUntil: '2026-01-01T00:00:00Z' }
    const reminder: Template = {
      contentSid: 'HX1',
      channel: 'channel',
      name: 'rappel_rendez_vous',
      language: 'fr',
      body: 'Bonjour {{1}}, à {{2}} !',
      variables: ['1', '2'],
      category: 'utility',
      approval: 'approved',
    }

    it('lets an approved template through, filled in and seen before', async () => {
      const pending = { ...reminder, contentSid: 'HX2', name: 'pas_encore', approval: 'pending' }
      api.on('GET', '/api/templates', () => json({ items: [pending, reminder] })).on('POST', MESSAGES, never)
      show(closed)
      await userEvent.click(await screen.findByRole('button', { name: 'Choisir un modèle' }))
      const dialog = await screen.findByRole('dialog')
      const list = await within(dialog).findByRole('list', { name: 'Modèles approuvés' })
      expect(within(list).getAllByRole('listitem')).toHaveLength(1)
      expect(api.askedFor('GET', '/api/templates')[0]?.query.get('channel')).toBe('channel')

      await userEvent.click(within(list).getByRole('button'))
      expect(within(dialog).getByRole('button', { name: 'Envoyer' })).toBeDisabled()
      await userEvent.type(within(dialog).getByLabelText('Champ 1'), ' Marie ')
      await userEvent.type(within(dialog).getByLabelText('Champ 2'), 'samedi')
      expect(within(dialog).getByRole('figure')).toHaveTextContent('Bonjour Marie, à samedi !')
      await userEvent.click(within(dialog).getByRole('button', { name: 'Envoyer' }))

      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
      expect(await screen.findByText('Bonjour Marie, à samedi !')).toBeVisible()
      const [asked] = api.askedFor('POST', MESSAGES)
      expect(asked?.body).toEqual({ template: { contentSid: 'HX1', variables: { '1': 'Marie', '2': 'samedi' } } })
      expect(asked?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    })

    it('says when there is no template, and has the list read again', async () => {
      api
        .on('GET', '/api/templates', () => json({ items: [] }))
        .on('POST', '/api/channels/channel/templates/refresh', () => new Response(null, { status: 202 }))
      show(closed)
      await userEvent.click(await screen.findByRole('button', { name: 'Choisir un modèle' }))
      await screen.findByRole('heading', { name: 'Aucun modèle approuvé' })

      api.on('GET', '/api/templates', () => json({ items: [reminder] }))
      await userEvent.click(screen.getByRole('button', { name: 'Actualiser la liste' }))

      expect(await screen.findByRole('button', { name: /Rappel rendez vous/ })).toBeVisible()
    })

    it('says when templates cannot be had', async () => {
      api.on('GET', '/api/templates', () => problem(400, 'Non'))
      show(closed)

      await userEvent.click(await screen.findByRole('button', { name: 'Choisir un modèle' }))

      expect(await screen.findByRole('heading', { name: 'Les modèles ne s’affichent pas' })).toBeVisible()
    })
  })

  it('says that the assistant falls silent until it has', async () => {
    const mine = { ...ledBySophie, leaderNumber: 2, leaderChanging: true, version: 6 }
    api.on('POST', '/api/conversations/marie/takeover', () => json(aConversation({ status: 'open', ...mine })))
    const { happens } = show()

    await userEvent.click(await screen.findByRole('button', { name: 'Prendre la main' }))
    expect(await screen.findByText('L’assistant se tait…')).toBeVisible()
    expect(screen.queryByText('Vous avez la main')).not.toBeInTheDocument()

    const conversation = aConversation({ status: 'open', ...mine, leaderChanging: false, version: 7 })
    act(() => happens({ type: 'ConversationChanged', data: { conversation } }))
    expect(await screen.findByText('Vous avez la main')).toBeVisible()
    expect(screen.queryByText('L’assistant se tait…')).not.toBeInTheDocument()
  })

  it('does not say it is done when the change of leader is heard before the row', async () => {
    const { happens } = show()
    await screen.findByText('L’assistant répond')

    act(() => happens({ type: 'LeadChanged', data: { conversation: 'marie', number: 2, leader: ledBySophie.leader } }))

    expect(await screen.findByText('L’assistant se tait…')).toBeVisible()
  })
})
