import { describe, expect, it } from 'vitest'
import { aConversation, aMessage, ledBySophie, pagesOf } from '../testing/fixtures'
import { goldenChange } from '../testing/golden'
import { evolve } from './apply-to-inbox'
import { keepNewer, toRows, type InboxPages } from './inbox.queries'

const marie = aConversation({ id: 'marie', lastActivityAt: '2026-11-22T10:00:00Z' })
const karim = aConversation({ id: 'karim', lastActivityAt: '2026-11-22T09:00:00Z' })
const shown: InboxPages = pagesOf([marie, karim])
const ids = (pages: InboxPages) => toRows(pages).map(({ id }) => id)

describe('folding into the inbox', () => {
  it('brings a conversation that moved to the top', () => {
    const after = evolve(shown, {
      type: 'ConversationChanged',
      data: { conversation: { ...karim, version: 6, lastActivityAt: '2026-11-22T11:00:00Z' } },
    })

    expect(ids(after)).toEqual(['karim', 'marie'])
  })

  it('shows a conversation that was never seen', () => {
    const change = goldenChange('conversation-changed', 'ConversationChanged')
    const conversation = { ...change.data.conversation, lastActivityAt: '2026-11-22T11:00:00Z' }

    expect(ids(evolve(shown, { ...change, data: { conversation } }))).toEqual([conversation.id, 'marie', 'karim'])
  })

  it('leaves what is older than all that is loaded to its own page', () => {
    const partly: InboxPages = { ...shown, pages: [{ items: [marie, karim], nextCursor: 'more' }] }
    const old = aConversation({ id: 'old', lastActivityAt: '2026-11-01T09:00:00Z' })

    expect(evolve(partly, { type: 'ConversationChanged', data: { conversation: old } })).toBe(partly)
  })

  it('forgets who is erased', () => {
    const erased = { type: 'CustomerErased' as const, data: { conversations: ['marie'] } }

    expect(ids(evolve(shown, erased))).toEqual(['karim'])
  })

  it('changes nothing the second time', () => {
    const change = { type: 'ConversationChanged', data: { conversation: { ...karim, version: 6, unread: 1 } } } as const

    const once = evolve(shown, change)

    expect(evolve(once, change)).toBe(once)
  })

  it('ignores what is older than what it shows', () => {
    const late = { ...marie, version: 4, unread: 7 }

    expect(evolve(shown, { type: 'ConversationChanged', data: { conversation: late } })).toBe(shown)
  })

  it('follows who leads by its own number, whichever comes first', () => {
    const lead = {
      type: 'LeadChanged',
      data: { conversation: 'marie', number: 2, leader: ledBySophie.leader },
    } as const
    const before = { type: 'ConversationChanged', data: { conversation: { ...marie, version: 6, unread: 3 } } } as const

    const [row] = toRows(evolve(evolve(shown, lead), before))

    expect(row).toMatchObject({ leader: { kind: 'person' }, leaderNumber: 2, unread: 3, version: 6 })
    expect(evolve(evolve(shown, lead), lead)).toEqual(evolve(shown, lead))
  })

  it('moves the state of the last message forward only', () => {
    const delivered = aMessage({ version: 3, status: 'delivered', direction: 'outbound' })
    const sent = aMessage({ version: 2, status: 'sent', direction: 'outbound' })
    const change = (message: typeof sent) =>
      ({ type: 'MessageChanged', data: { conversation: 'marie', version: 6, message } }) as const

    const [row] = toRows(evolve(evolve(shown, change(delivered)), change(sent)))

    expect(row?.lastMessage?.status).toBe('delivered')
  })

  it('keeps what it heard when an older answer comes back from the server', () => {
    const heard = evolve(shown, {
      type: 'ConversationChanged',
      data: { conversation: aConversation({ id: 'chloé', lastActivityAt: '2026-11-22T11:00:00Z' }) },
    })
    const newer = evolve(heard, { type: 'ConversationChanged', data: { conversation: { ...karim, version: 9 } } })

    const rows = toRows(keepNewer(newer, shown))

    expect(rows.map(({ id }) => id)).toEqual(['chloé', 'marie', 'karim'])
    expect(rows[2]?.version).toBe(9)
  })

  it('shows a conversation once though it stands on two pages', () => {
    const moved = { ...karim, version: 8, lastActivityAt: '2026-11-22T12:00:00Z' }

    expect(ids(pagesOf([moved, marie], [karim]))).toEqual(['karim', 'marie'])
  })
})
