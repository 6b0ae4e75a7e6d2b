import type { Conversation } from '../lib/api-types'
import { laterConversation, withLeader, withMessage } from '../lib/conversations'
import type { Change } from '../live/envelope'
import type { Apply } from '../live/fold'
import { byLatest, inboxKey, toRows, type InboxPages } from './inbox.queries'

/** Folds a change into the list: what is not newer changes nothing, a conversation that was never seen appears. */
export const applyToInbox: Apply = (queryClient, change) => {
  queryClient.setQueryData<InboxPages>(inboxKey, (shown) => (shown ? evolve(shown, change) : shown))
}

export function evolve(shown: InboxPages, change: Change): InboxPages {
  switch (change.type) {
    case 'ConversationChanged':
      return withConversation(shown, change.data.conversation)
    case 'MessageChanged':
      return onRow(shown, change.data.conversation, (row) => withMessage(row, change.data.message))
    case 'LeadChanged':
      return onRow(shown, change.data.conversation, (row) => withLeader(row, change.data.number, change.data.leader))
    case 'CustomerErased':
      return without(shown, change.data.conversations)
    default:
      return shown
  }
}

function withConversation(shown: InboxPages, heard: Conversation): InboxPages {
  if (shown.pages.some((page) => page.items.some(({ id }) => id === heard.id)))
    return onRow(shown, heard.id, (row) => laterConversation(row, heard))
  const isBelowWhatIsLoaded = shown.pages.at(-1)?.nextCursor !== undefined && isAfterAll(shown, heard)
  if (isBelowWhatIsLoaded) return shown
  const [first, ...others] = shown.pages
  if (!first) return shown
  return { ...shown, pages: [{ ...first, items: [heard, ...first.items] }, ...others] }
}

function without(shown: InboxPages, erased: string[]): InboxPages {
  const pages = shown.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !erased.includes(id)) }))
  return { ...shown, pages }
}

function isAfterAll(shown: InboxPages, heard: Conversation): boolean {
  const last = toRows(shown).at(-1)
  return last !== undefined && byLatest(last, heard) < 0
}

function onRow(shown: InboxPages, id: string, change: (row: Conversation) => Conversation): InboxPages {
  const pages = shown.pages.map((page) => {
    const items = page.items.map((row) => (row.id === id ? change(row) : row))
    return items.every((row, index) => row === page.items[index]) ? page : { ...page, items }
  })
  return pages.every((page, index) => page === shown.pages[index]) ? shown : { ...shown, pages }
}
