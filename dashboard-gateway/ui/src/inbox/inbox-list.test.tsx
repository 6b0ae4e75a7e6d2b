import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aConversation, aMessage, fromSophie, SOPHIE } from '../testing/fixtures'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { InboxList } from './inbox-list'

const marie = aConversation({
  unread: 2,
  awaitingPerson: true,
  status: 'open',
  leader: { kind: 'nobody' },
  lastActivityAt: '2026-11-22T10:00:00Z',
})
const karim = aConversation({
  id: 'karim',
  customer: { name: 'Karim Benali', address: 'whatsapp:+33639980023' },
  status: 'resolved',
  lastMessage: fromSophie({ body: 'À bientôt Karim' }),
  lastActivityAt: '2026-11-22T09:00:00Z',
})

describe('the inbox', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi()
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = () => renderPart(<InboxList me={SOPHIE} />)

  it('says that it is loading', async () => {
    api.on('GET', '/api/conversations', never)
    show()

    expect(await screen.findByRole('status', { name: 'Chargement des conversations' })).toBeVisible()
  })

  it('says what went wrong, and tries again', async () => {
    api.on('GET', '/api/conversations', () => problem(400, 'Non'))
    show()
    await screen.findByRole('heading', { name: 'Les conversations ne s’affichent pas' })

    api.on('GET', '/api/conversations', () => json({ items: [marie] }))
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))

    expect(await screen.findByRole('link', { name: /Marie Lefèvre/ })).toBeVisible()
  })

  it('says that nobody has written yet', async () => {
    api.on('GET', '/api/conversations', () => json({ items: [] }))
    show()

    expect(await screen.findByRole('heading', { name: 'Personne n’a encore écrit' })).toBeVisible()
  })

  it('shows each conversation with who waits, who wrote last and what is unread', async () => {
    api.on('GET', '/api/conversations', () => json({ items: [marie, karim] }))
    show()

    const first = await screen.findByRole('link', { name: /Marie Lefèvre/ })

    expect(within(first).getByText('Attend une personne')).toBeVisible()
    expect(within(first).getByRole('img', { name: '2 messages non lus' })).toBeVisible()
    expect(first).toHaveAttribute('href', '/conversations/marie')
    const second = screen.getByRole('link', { name: /Karim Benali/ })
    expect(second).toHaveTextContent(/Vous\s: À bientôt Karim/)
    expect(within(second).getByText('Résolu')).toBeVisible()
  })

  it('moves a conversation to the top when its customer writes', async () => {
    api.on('GET', '/api/conversations', () => json({ items: [marie, karim] }))
    const { happens } = show()
    await screen.findByRole('link', { name: /Marie/ })

    act(() =>
      happens({
        type: 'ConversationChanged',
        data: {
          conversation: {
            ...karim,
            version: 6,
            unread: 1,
            lastMessage: aMessage({ body: 'Encore moi' }),
            lastActivityAt: '2026-11-22T12:00:00Z',
          },
        },
      }),
    )

    await waitFor(() => expect(screen.getAllByRole('link')[0]).toHaveTextContent('Encore moi'))
  })

  it('opens the row that was pressed, whatever arrives meanwhile', async () => {
    api.on('GET', '/api/conversations', () => json({ items: [marie, karim] }))
    const { happens } = show()
    const pressed = await screen.findByRole('link', { name: /Marie/ })
    const user = userEvent.setup()

    await user.pointer({ keys: '[MouseLeft>]', target: pressed })
    act(() =>
      happens({
        type: 'ConversationChanged',
        data: { conversation: { ...karim, version: 6, lastActivityAt: '2026-11-22T12:00:00Z' } },
      }),
    )
    expect(screen.getAllByRole('link')[0]).toHaveTextContent('Marie')
    await user.pointer({ keys: '[/MouseLeft]', target: pressed })

    expect(await screen.findByText('conversation marie')).toBeVisible()
  })

  it('loads what comes after, and says when that fails', async () => {
    api.on('GET', '/api/conversations', ({ query }) =>
      query.has('cursor') ? problem(400, 'Non') : json({ items: [marie], nextCursor: 'next' }),
    )
    show()
    expect(await screen.findByText('La suite n’a pas pu être chargée.')).toBeVisible()

    api.on('GET', '/api/conversations', ({ query }) =>
      json(query.get('cursor') === 'next' ? { items: [karim] } : { items: [marie], nextCursor: 'next' }),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))

    expect(await screen.findByRole('link', { name: /Karim/ })).toBeVisible()
  })
})
