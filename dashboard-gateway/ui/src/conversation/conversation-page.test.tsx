import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aConversation, aMessage, fromSophie, ledBySophie, SOPHIE } from '../testing/fixtures'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { ConversationPage } from './conversation-page'

const marie = aConversation({ status: 'open' })
const question = aMessage({ id: 'question' })

describe('a conversation', () => {
  let api: FakeApi

  beforeEach(() => {
    sessionStorage.clear()
    api = new FakeApi()
      .on('GET', '/api/conversations/marie', () => json(marie))
      .on('GET', '/api/conversations/marie/messages', () => json({ items: [question] }))
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = () => renderPart(<ConversationPage id="marie" me={SOPHIE} />)
  const write = async (body: string) => {
    await userEvent.type(await screen.findByRole('textbox', { name: 'Votre message' }), body)
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  }
  const sent = () => api.askedFor('POST', '/api/conversations/marie/messages')

  it('says that it is loading', async () => {
    api.on('GET', '/api/conversations/marie', never)
    show()

    expect(await screen.findByRole('status', { name: 'Chargement de la conversation' })).toBeVisible()
  })

  it('says what went wrong, and tries again', async () => {
    api.on('GET', '/api/conversations/marie', () => problem(400, 'Non'))
    show()
    await screen.findByRole('heading', { name: 'La conversation ne s’affiche pas' })

    api.on('GET', '/api/conversations/marie', () => json(marie))
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))

    expect(await screen.findByRole('heading', { name: 'Marie Lefèvre' })).toBeVisible()
  })

  it('says that it does not exist', async () => {
    api.on('GET', '/api/conversations/marie', () => problem(404, 'Introuvable'))
    show()

    expect(await screen.findByRole('heading', { name: 'Conversation introuvable' })).toBeVisible()
  })

  it('says that nothing was said', async () => {
    api.on('GET', '/api/conversations/marie/messages', () => json({ items: [] }))
    show()

    expect(await screen.findByRole('heading', { name: 'Aucun message' })).toBeVisible()
  })

  it('tells customer, assistant and person apart, with reasons, ticks and failures in words', async () => {
    const answer = aMessage({
      id: 'answer',
      direction: 'outbound',
      author: { kind: 'assistant' },
      status: 'read',
      body: 'De 9 h à 17 h.',
      at: '2026-11-22T11:00:03Z',
      answers: ['question'],
      reasons: { engine: 'local', intent: 'faq', faqQuestion: 'Quels sont vos horaires ?', confidence: 0.9 },
    })
    const refused = fromSophie({
      id: 'mine',
      status: 'refused',
      failure: 'Ce numéro n’a pas WhatsApp.',
      body: 'À samedi',
      at: '2026-11-22T11:02:00Z',
    })
    api.on('GET', '/api/conversations/marie/messages', () => json({ items: [refused, answer, question] }))
    show()

    const lines = await screen.findAllByRole('listitem')

    expect(lines).toHaveLength(3)
    expect(within(lines[0]!).getByText('Marie Lefèvre')).toBeVisible()
    expect(within(lines[1]!).getByText('Assistant')).toBeVisible()
    expect(within(lines[1]!).getByText('FAQ : Quels sont vos horaires ?')).toBeVisible()
    expect(within(lines[1]!).getByRole('img', { name: 'Lu' })).toBeVisible()
    expect(within(lines[2]!).getByText('Vous')).toBeVisible()
    expect(within(lines[2]!).getByRole('img', { name: 'Non remis' })).toBeVisible()
    expect(within(lines[2]!).getByText('Ce numéro n’a pas WhatsApp.')).toBeVisible()
  })

  it('grows live, and says the new message to who does not see it', async () => {
    const { happens } = show()
    await screen.findByText(question.body)

    act(() =>
      happens({
        type: 'MessageChanged',
        data: {
          conversation: 'marie',
          version: 6,
          message: aMessage({ id: 'new', body: 'Vous êtes là ?', at: '2026-11-22T11:05:00Z' }),
        },
      }),
    )

    await waitFor(() => expect(screen.getByRole('log')).toHaveTextContent('Marie Lefèvre : Vous êtes là ?'))
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })

  it('shows what is sent before the server answers, under a key, and once', async () => {
    let answer: (response: Response) => void = () => undefined
    api.on('POST', '/api/conversations/marie/messages', () => new Promise((resolve) => (answer = resolve)))
    const { happens } = show()

    await write('Oui, jusqu’à 17 h')

    expect(await screen.findByRole('img', { name: 'Envoi en cours' })).toBeVisible()
    expect(screen.getByRole('textbox')).toHaveValue('')
    expect(sent()[0]?.body).toEqual({ body: 'Oui, jusqu’à 17 h' })
    expect(sent()[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)

    const message = fromSophie({ id: 'mine', body: 'Oui, jusqu’à 17 h', status: 'queued', at: '2026-11-22T11:01:00Z' })
    act(() => happens({ type: 'MessageChanged', data: { conversation: 'marie', version: 6, message } }))
    expect(await screen.findByRole('img', { name: 'En attente d’envoi' })).toBeVisible()
    expect(screen.getAllByText('Oui, jusqu’à 17 h')).toHaveLength(1)

    act(() => answer(json(message, 201)))
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Envoi en cours' })).not.toBeInTheDocument())
    expect(screen.getAllByText('Oui, jusqu’à 17 h')).toHaveLength(1)
  })

  it('says why a message was not sent, and sends it again as the same one', async () => {
    api.on('POST', '/api/conversations/marie/messages', () => problem(422, 'Refusé', 'Le message est trop long.'))
    show()
    await write('Bonjour Marie')
    expect(await screen.findByText('Le message est trop long.')).toBeVisible()

    const message = fromSophie({ id: 'mine', body: 'Bonjour Marie', status: 'queued', at: '2026-11-22T11:01:00Z' })
    api.on('POST', '/api/conversations/marie/messages', () => json(message, 201))
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))

    expect(await screen.findByRole('img', { name: 'En attente d’envoi' })).toBeVisible()
    expect(screen.queryByText('Le message est trop long.')).not.toBeInTheDocument()
    expect(new Set(sent().map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
  })

  it('forgets a message that was not sent, when asked to', async () => {
    api.on('POST', '/api/conversations/marie/messages', () => problem(422, 'Refusé'))
    show()
    await write('Bonjour Marie')

    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer' }))

    expect(screen.queryByText('Bonjour Marie')).not.toBeInTheDocument()
  })

  it('sends with the return key, and begins a line with shift', async () => {
    api.on('POST', '/api/conversations/marie/messages', never)
    show()

    await userEvent.type(await screen.findByRole('textbox'), 'Bonjour{Shift>}{Enter}{/Shift}Marie{Enter}')

    await waitFor(() => expect(sent()[0]?.body).toEqual({ body: 'Bonjour\nMarie' }))
  })

  it('keeps what is being written for later', async () => {
    const { unmount } = show()
    await userEvent.type(await screen.findByRole('textbox'), 'Je reviens')

    unmount()
    show()

    expect(await screen.findByRole('textbox')).toHaveValue('Je reviens')
  })

  it('explains why one cannot write after the window', async () => {
    api.on('GET', '/api/conversations/marie', () =>
      json({ ...marie, freeTextUntil: new Date(Date.now() - 1_000).toISOString() }),
    )
    show()

    expect(await screen.findByRole('note')).toHaveTextContent(/La réponse libre n’est plus possible.*24 heures/)
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  it('says that writing takes over while the assistant leads, and takes over', async () => {
    api.on('POST', '/api/conversations/marie/takeover', () =>
      json({ ...marie, ...ledBySophie, version: 6, leaderNumber: 2 }),
    )
    show()
    expect(await screen.findByPlaceholderText('Écrire et prendre la main')).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: 'Prendre la main' }))

    expect(await screen.findByRole('button', { name: 'Rendre à l’assistant' })).toBeVisible()
    expect(screen.getByPlaceholderText('Écrire un message')).toBeVisible()
  })

  it('gives the conversation back to the assistant', async () => {
    api.on('GET', '/api/conversations/marie', () => json({ ...marie, ...ledBySophie, leaderNumber: 2 }))
    api.on('POST', '/api/conversations/marie/handback', () => json({ ...marie, version: 6, leaderNumber: 3 }))
    show()

    await userEvent.click(await screen.findByRole('button', { name: 'Rendre à l’assistant' }))

    expect(await screen.findByRole('button', { name: 'Prendre la main' })).toBeVisible()
  })

  it('marks what is before someone’s eyes as read, and what comes in meanwhile too', async () => {
    let version = 6
    api.on('GET', '/api/conversations/marie', () => json({ ...marie, unread: 2 }))
    api.on('POST', '/api/conversations/marie/read', () => json({ ...marie, version: version++, unread: 0 }))
    const reads = () => api.askedFor('POST', '/api/conversations/marie/read')
    const { happens } = show()
    await waitFor(() => expect(reads()).toHaveLength(1))

    version = 10
    act(() => happens({ type: 'ConversationChanged', data: { conversation: { ...marie, version: 9, unread: 1 } } }))

    await waitFor(() => expect(reads()).toHaveLength(2))
  })

  it('loads earlier messages, and says where the conversation begins', async () => {
    show()

    expect(await screen.findByText('Début de la conversation')).toBeVisible()
  })
})
