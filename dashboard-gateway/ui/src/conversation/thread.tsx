import { Button, Loader, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconMessage, IconPlugConnectedX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Conversation, Message } from '../lib/api-types'
import { nameOf } from '../lib/conversations'
import { useLanguage, useWords } from '../lib/i18n'
import { compareMoments, toDay } from '../lib/time'
import { useNow } from '../lib/use-now'
import { messageKindWords } from '../ui/message-kind.words'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { Bubble, LeavingBubble } from './bubble'
import { messagesQuery } from './conversation.queries'
import { conversationWords } from './conversation.words'
import { withoutArrived, type Leaving } from './sending'
import { toLines } from './transcript'
import { useBottom } from './use-bottom'
import { useGoTo, type Older } from './use-go-to'
import classes from './thread.module.css'

interface ThreadProps {
  conversation: Conversation
  me: string
  leaving: Leaving[]
  onRetry: (key: string) => void
  onForget: (key: string) => void
}

/** What was said, the oldest first, and what is about to be. */
export function Thread({ conversation, me, leaving, onRetry, onForget }: ThreadProps) {
  const words = useWords(conversationWords)
  const messages = useInfiniteQuery(messagesQuery(conversation.id))

  if (messages.isPending)
    return (
      <div className={classes.pending} role="status" aria-label={words.pending}>
        {[46, 62, 38, 54].map((width, index) => (
          <Skeleton key={width} height={54} width={`${width}%`} radius="lg" ml={index % 2 ? 'auto' : 0} />
        ))}
      </div>
    )
  if (!messages.data)
    return (
      <div className={classes.picture}>
        <ErrorPicture
          {...words.error}
          icon={<IconPlugConnectedX size={34} />}
          onRetry={() => void messages.refetch()}
          busy={messages.isFetching}
        />
      </div>
    )
  const stillLeaving = withoutArrived(leaving, messages.data, me)
  if (messages.data.length === 0 && stillLeaving.length === 0)
    return (
      <div className={classes.picture}>
        <EmptyPicture {...words.empty} icon={<IconMessage size={34} />} />
      </div>
    )
  return (
    <Transcript
      transcript={messages.data}
      conversation={conversation}
      me={me}
      leaving={stillLeaving}
      onRetry={onRetry}
      onForget={onForget}
      older={{
        exist: messages.hasNextPage,
        areLoading: messages.isFetchingNextPage,
        failed: messages.isFetchNextPageError,
        load: () => void messages.fetchNextPage(),
      }}
    />
  )
}

function Transcript({
  transcript,
  conversation,
  me,
  leaving,
  onRetry,
  onForget,
  older,
}: ThreadProps & { transcript: Message[]; older: Older }) {
  const words = useWords(conversationWords)
  const { language } = useLanguage()
  const now = useNow()
  const customer = nameOf(conversation.customer)
  const { scroller, missed, toBottom } = useBottom(transcript, leaving.at(-1)?.key)
  const goTo = useGoTo(scroller, older)
  const lines = toLines(transcript)
  const [openedAt] = useState(transcript.at(-1)?.at ?? '')

  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="group" aria-label={words.thread(customer)}>
        <div className={classes.transcript}>
          <OlderMessages {...older} />
          <ol className={classes.lines}>
            {lines.map(({ message, startsDay, startsVoice }) => (
              <li
                key={message.id}
                data-message={message.id}
                tabIndex={-1}
                data-news={compareMoments(message.at, openedAt) > 0 || undefined}
                className={classes.line}
              >
                {startsDay && (
                  <h2 className={classes.day}>
                    <span>{toDay(message.at, now, language)}</span>
                  </h2>
                )}
                <Bubble
                  conversation={conversation.id}
                  message={message}
                  me={me}
                  customer={customer}
                  startsVoice={startsVoice}
                  onGoTo={goTo}
                />
              </li>
            ))}
            {leaving.map((draft) => (
              <li key={draft.key} data-news className={classes.line}>
                <LeavingBubble draft={draft} onRetry={onRetry} onForget={onForget} />
              </li>
            ))}
          </ol>
        </div>
      </div>
      {missed > 0 && (
        <button type="button" className={classes.pill} onClick={toBottom}>
          <IconArrowDown size={18} aria-hidden />
          {words.newMessages(missed)}
        </button>
      )}
      <Announcer transcript={transcript} customer={customer} />
    </div>
  )
}

function OlderMessages({ exist, areLoading, failed, load }: Older) {
  const words = useWords(conversationWords)
  const sentinel = useRef<HTMLDivElement>(null)
  const isWanted = exist && !areLoading && !failed

  useEffect(() => {
    const element = sentinel.current
    if (!isWanted || !element) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load()
      },
      { root: element.closest(`.${classes.scroller ?? ''}`), rootMargin: '600px 0px 0px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [isWanted, load])

  return (
    <div ref={sentinel} className={classes.older}>
      {areLoading && <Loader size="sm" aria-label={words.older.pending} />}
      {failed && (
        <span role="alert" className={classes.failed}>
          {words.older.failed}
          <Button variant="light" size="md" onClick={load}>
            {words.older.retry}
          </Button>
        </span>
      )}
      {!exist && <span>{words.older.start}</span>}
    </div>
  )
}

/** Says the messages that come in while the conversation is open, to those who do not see them appear. */
function Announcer({ transcript, customer }: { transcript: Message[]; customer: string }) {
  const words = useWords(conversationWords)
  const kinds = useWords(messageKindWords)
  const [opened] = useState(transcript.at(-1)?.id)
  const last = transcript.at(-1)
  const voiceOf = (kind: Message['author']['kind']) =>
    kind === 'customer' ? customer : kind === 'system' ? words.author.house : words.author.assistant
  const isNews = last !== undefined && last.id !== opened && last.author.kind !== 'person'
  return (
    <VisuallyHidden role="log" aria-live="polite">
      {isNews && words.heard(voiceOf(last.author.kind), last.body || kinds[last.kind])}
    </VisuallyHidden>
  )
}
