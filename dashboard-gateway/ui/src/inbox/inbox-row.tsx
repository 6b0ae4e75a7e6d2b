import { Link } from '@tanstack/react-router'
import { IconAlertCircleFilled, IconMessageOff, IconRestore } from '@tabler/icons-react'
import type { Conversation, Message } from '../lib/api-types'
import { nameOf } from '../lib/conversations'
import { useLanguage, useWords } from '../lib/i18n'
import { toPlainName } from '../lib/plain'
import { toFullMoment, toShortMoment } from '../lib/time'
import { messageKindWords } from '../ui/message-kind.words'
import { Portrait } from '../ui/portrait'
import { LeaderLabel, StandingBadge } from '../ui/standing'
import { inboxWords } from './inbox.words'
import classes from './inbox-row.module.css'

interface InboxRowProps {
  conversation: Conversation
  me: string
  now: Date
}

/** One conversation of the list: a real link, so that it opens as links do. */
export function InboxRow({ conversation, me, now }: InboxRowProps) {
  const { language } = useLanguage()
  const words = useWords(inboxWords)
  const { customer, lastActivityAt, lastMessage, unread } = conversation
  const name = nameOf(customer)
  return (
    <Link
      to="/conversations/$conversationId"
      params={{ conversationId: conversation.id }}
      className={classes.row}
      activeProps={{ 'data-chosen': true }}
      data-unread={unread > 0 || undefined}
      draggable={false}
    >
      <Portrait name={name} seed={conversation.id} size={46} />
      <span className={classes.body}>
        <span className={classes.line}>
          <span className={classes.name}>
            <bdi>{name}</bdi>
          </span>
          <time className={classes.time} dateTime={lastActivityAt} title={toFullMoment(lastActivityAt, language)}>
            {toShortMoment(lastActivityAt, now, language)}
          </time>
        </span>
        <span className={classes.line}>
          <span className={classes.snippet}>
            {lastMessage ? <Snippet message={lastMessage} me={me} /> : words.nothingYet}
          </span>
          {unread > 0 && (
            <span className={classes.unread} role="img" aria-label={words.unread(unread)}>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </span>
        <span className={classes.standing}>
          <StandingBadge conversation={conversation} />
          {conversation.optedOutAt && (
            <span className={classes.stopped} title={words.optedOut}>
              <IconMessageOff size={14} role="img" aria-label={words.optedOut} />
              STOP
            </span>
          )}
          <LeaderLabel leader={conversation.leader} me={me} />
        </span>
      </span>
    </Link>
  )
}

function Snippet({ message, me }: { message: Message; me: string }) {
  const words = useWords(inboxWords)
  const { author, kind, status } = message
  const hint =
    author.kind === 'assistant'
      ? words.assistant
      : author.kind === 'person'
        ? author.person === me
          ? words.you
          : toPlainName(author.name)?.split(' ')[0]
        : author.kind === 'system'
          ? words.house
          : undefined
  const kinds = useWords(messageKindWords)
  return (
    <>
      {status === 'refused' && (
        <>
          <IconAlertCircleFilled size={15} className={classes.refused} role="img" aria-label={words.refused} />{' '}
        </>
      )}
      {message.recovered && (
        <>
          <IconRestore size={15} className={classes.recovered} role="img" aria-label={words.recovered} />{' '}
        </>
      )}
      {hint && <span className={classes.hint}>{hint}&nbsp;: </span>}
      <bdi>{shownOf(message) ?? kinds[kind]}</bdi>
    </>
  )
}

const LONGEST = 200

/** The beginning of what was said; a row has no room for more, whatever was sent. */
function shownOf({ body, button, location }: Message): string | undefined {
  const said = body || button?.text || toPlainName(location?.label)
  return said ? said.slice(0, LONGEST) : undefined
}
