import type { Conversation, Message } from '../lib/api-types'
import { later, laterConversation, withLeader } from '../lib/conversations'
import { compareMoments } from '../lib/time'
import type { Change } from '../live/envelope'
import type { Apply } from '../live/fold'
import { conversationKey, messagesKey, type MessagePages } from './conversation.queries'

/** Folds a change into an opened conversation and its messages; what was never opened is fetched when it is. */
export const applyToConversation: Apply = (queryClient, change) => {
  if (change.type === 'CustomerErased') {
    // Whoever has it open is told that it is not there any more; nobody keeps what was said in memory.
    for (const id of change.data.conversations) {
      queryClient.removeQueries({ queryKey: messagesKey(id) })
      void queryClient.resetQueries({ queryKey: conversationKey(id) })
    }
    return
  }
  if (!isOfConversation(change)) return
  const id = change.type === 'ConversationChanged' ? change.data.conversation.id : change.data.conversation
  queryClient.setQueryData<Conversation>(conversationKey(id), (shown) => (shown ? evolve(shown, change) : shown))
  if (change.type === 'MessageChanged')
    queryClient.setQueryData<MessagePages>(messagesKey(id), (shown) =>
      shown ? withMessage(shown, change.data.message) : shown,
    )
}

function isOfConversation(change: Change): change is OfConversation {
  return change.type === 'ConversationChanged' || change.type === 'LeadChanged' || change.type === 'MessageChanged'
}

type OfConversation = Extract<Change, { type: 'ConversationChanged' | 'LeadChanged' | 'MessageChanged' }>

export function evolve(shown: Conversation, change: OfConversation): Conversation {
  switch (change.type) {
    case 'ConversationChanged':
      return laterConversation(shown, change.data.conversation)
    case 'LeadChanged':
      return withLeader(shown, change.data.number, change.data.leader)
    case 'MessageChanged':
      return shown
  }
}

export function withMessage(shown: MessagePages, heard: Message): MessagePages {
  const known = shown.pages.some((page) => page.items.some(({ id }) => id === heard.id))
  if (!known) return isOlderThanLoaded(shown, heard) ? shown : withFirst(shown, heard)
  return {
    ...shown,
    pages: shown.pages.map((page) => ({
      ...page,
      items: page.items.map((message) => (message.id === heard.id ? later(message, heard) : message)),
    })),
  }
}

function withFirst(shown: MessagePages, heard: Message): MessagePages {
  const [first, ...others] = shown.pages
  return first ? { ...shown, pages: [{ ...first, items: [heard, ...first.items] }, ...others] } : shown
}

/** It will come with its own page, when that is scrolled to. */
function isOlderThanLoaded({ pages }: MessagePages, heard: Message): boolean {
  if (pages.at(-1)?.nextCursor === undefined) return false
  return pages.every((page) => page.items.every(({ at }) => compareMoments(at, heard.at) > 0))
}
