import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { applyToConversation } from '../conversation/apply-to-conversation'
import { messagesKey, messagesQuery, type MessagePages } from '../conversation/conversation.queries'
import { applyToInbox } from '../inbox/apply-to-inbox'
import { inboxQuery } from '../inbox/inbox.queries'
import { FakeApi, json } from '../testing/fake-api'
import { aConversation, aMessage } from '../testing/fixtures'
import { goldenChange } from '../testing/golden'
import { askAgain, fold } from './fold'

const heard = goldenChange('message-changed', 'MessageChanged')
const { conversation, message } = heard.data
const earlier = aMessage({ id: 'earlier', at: '2026-01-01T08:00:00Z' })

describe('what happens while something is asked for the first time', () => {
  let api: FakeApi
  let queryClient: QueryClient
  /** Lets the server's answer come, which it had read before anything happened. */
  let arrives: (answer: Response) => void

  const messages = `/api/conversations/${conversation}/messages`
  const shown = () =>
    queryClient
      .getQueryData<MessagePages>(messagesKey(conversation))
      ?.pages.flatMap((page) => page.items.map(({ id }) => id))

  const late = () => new Promise<Response>((resolve) => (arrives = resolve))

  beforeEach(() => {
    api = new FakeApi()
    queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    api.on('GET', messages, late).on('GET', '/api/conversations', late)
  })

  it('stands in a conversation that is just being opened', async () => {
    const opened = queryClient.infiniteQuery(messagesQuery(conversation))

    fold(queryClient, [applyToConversation], heard)
    arrives(json({ items: [earlier] }))
    await opened

    expect(shown()).toEqual([message.id, 'earlier'])
  })

  it('stands there once, when the answer knew of it', async () => {
    const opened = queryClient.infiniteQuery(messagesQuery(conversation))

    fold(queryClient, [applyToConversation], heard)
    arrives(json({ items: [message, earlier] }))
    await opened

    expect(shown()).toEqual([message.id, 'earlier'])
  })

  it('moves the row of a list that is just being loaded', async () => {
    const row = aConversation({ id: conversation, lastMessage: earlier })
    const loaded = queryClient.infiniteQuery(inboxQuery)

    fold(queryClient, [applyToInbox], heard)
    arrives(json({ items: [row] }))
    await loaded

    expect(queryClient.getQueryData(inboxQuery.queryKey)?.pages[0]?.items[0]?.lastMessage?.id).toBe(message.id)
  })

  it('is asked for once more, when the feed may have missed it', async () => {
    const opened = queryClient.infiniteQuery(messagesQuery(conversation))

    askAgain(queryClient)
    arrives(json({ items: [earlier] }))
    await opened

    expect(queryClient.getQueryState(messagesKey(conversation))?.isInvalidated).toBe(true)
  })

  it('is nobody’s fault when the answer never comes', async () => {
    const opened = queryClient.infiniteQuery(messagesQuery(conversation))

    fold(queryClient, [applyToConversation], heard)
    askAgain(queryClient)
    arrives(json({ title: 'Indisponible' }, 503))

    await expect(opened).rejects.toThrow()
    expect(shown()).toBeUndefined()
  })
})
