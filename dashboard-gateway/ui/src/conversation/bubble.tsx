import {
  IconBook2,
  IconCalendarClock,
  IconPaperclip,
  IconRestore,
  IconTemplate,
  IconUser,
  IconUserHeart,
} from '@tabler/icons-react'
import { memo } from 'react'
import type { Author, Message } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { toPlainName } from '../lib/plain'
import { toClock, toFullMoment } from '../lib/time'
import { BellIcon } from '../ui/icons'
import { messageKindWords } from '../ui/message-kind.words'
import { Attachments } from './attachment/attachments'
import { conversationWords } from './conversation.words'
import { DeliveryMark, LeavingMark } from './delivery-mark'
import { Forwarded, FromReferral, Located, Pressed, Quoted } from './message-parts'
import { Refused } from './resend'
import type { Leaving } from './sending'
import classes from './bubble.module.css'

interface BubbleProps {
  conversation: string
  message: Message
  me: string
  customer: string
  startsVoice: boolean
  onGoTo: (message: string) => void
}

/** One message. Side, fill and a named voice say who wrote it; colour only repeats it. All of it is text: nothing from outside is markup. */
export const Bubble = memo(function Bubble(props: BubbleProps) {
  const { conversation, message, me, customer, startsVoice } = props
  const words = useWords(conversationWords)
  const { language } = useLanguage()
  const { author, at, reasons, recovered, status, template } = message
  const nameOfAuthor = useNames(me, customer)
  return (
    <div className={classes.turn} data-voice={author.kind} data-first={startsVoice || undefined}>
      <span className={startsVoice ? classes.voice : classes.hiddenVoice}>
        <VoiceIcon kind={author.kind} />
        <bdi>{nameOfAuthor(author)}</bdi>
      </span>
      <div className={classes.bubble}>
        <Said {...props} nameOfAuthor={nameOfAuthor} />
        <span className={classes.meta}>
          {recovered && (
            <span className={classes.recovered} title={words.parts.recoveredHint}>
              <IconRestore size={14} aria-hidden />
              {words.parts.recovered}
            </span>
          )}
          {template && (
            <span className={classes.recovered}>
              <IconTemplate size={14} aria-hidden />
              {words.parts.template}
            </span>
          )}
          <time dateTime={at} title={toFullMoment(at, language)}>
            {toClock(at, language)}
          </time>
          {message.direction === 'outbound' && <DeliveryMark status={status} />}
        </span>
      </div>
      {reasons?.faqQuestion && (
        <span className={classes.note} title={words.sureness(Math.round(reasons.confidence * 100))}>
          <IconBook2 size={15} aria-hidden />
          <span>{words.faq(reasons.faqQuestion)}</span>
        </span>
      )}
      {status === 'refused' && <Refused key={message.round} conversation={conversation} message={message} />}
      {status === 'delayed' && <span className={classes.note}>{words.status.delayed}</span>}
    </div>
  )
})

/** What the message itself says, in the order in which WhatsApp shows it. */
function Said({
  conversation,
  message,
  customer,
  onGoTo,
  nameOfAuthor,
}: BubbleProps & { nameOfAuthor: (author: Author) => string }) {
  const kinds = useWords(messageKindWords)
  const words = useWords(conversationWords)
  const { attachments, body, button, forwarded, kind, location, referral, repliedTo } = message
  const text = body || (kind === 'button' ? button?.text : undefined)
  const isShown = attachments.length > 0 || location !== undefined
  return (
    <>
      {forwarded && <Forwarded />}
      {referral && <FromReferral referral={referral} />}
      {repliedTo && <Quoted quote={repliedTo} nameOfAuthor={nameOfAuthor} onGoTo={onGoTo} />}
      <Attachments conversation={conversation} message={message} from={customer} />
      {location && <Located place={location} />}
      {kind === 'unsupported' && (
        <span className={classes.kind} title={words.parts.unsupportedHint}>
          <IconPaperclip size={16} aria-hidden />
          {kinds[kind]}
        </span>
      )}
      {text ? (
        <p className={classes.body} dir="auto">
          {text}
        </p>
      ) : (
        !isShown && kind !== 'unsupported' && <p className={classes.body}>{kinds[kind]}</p>
      )}
      {kind === 'button' && <Pressed />}
    </>
  )
}

function useNames(me: string, customer: string): (author: Author) => string {
  const words = useWords(conversationWords).author
  return (author) => {
    if (author.kind === 'customer') return customer
    if (author.kind === 'assistant') return words.assistant
    if (author.kind === 'system') return words.house
    return author.person === me ? words.you : (toPlainName(author.name) ?? words.colleague)
  }
}

interface LeavingBubbleProps {
  draft: Leaving
  onRetry: (key: string) => void
  onForget: (key: string) => void
}

/** A message on its way to the server. */
export function LeavingBubble({ draft, onRetry, onForget }: LeavingBubbleProps) {
  const words = useWords(conversationWords)
  const { language } = useLanguage()
  const { key, body, at, standing, failure } = draft
  return (
    <div className={classes.turn} data-voice="person" data-first>
      <span className={classes.hiddenVoice}>{words.author.you}</span>
      <div className={classes.bubble} data-leaving={standing}>
        <p className={classes.body}>{body}</p>
        <span className={classes.meta}>
          <time dateTime={at}>{toClock(at, language)}</time>
          <LeavingMark standing={standing} />
        </span>
      </div>
      {standing === 'waiting-for-network' && <span className={classes.note}>{words.leaving[standing]}</span>}
      {standing === 'failed' && (
        <div className={classes.unsent} role="alert">
          <span className={classes.failure}>{failure ?? words.unsent.unknown}</span>
          <span className={classes.choices}>
            <button type="button" className={classes.choice} onClick={() => onRetry(key)}>
              {words.unsent.retry}
            </button>
            <button type="button" className={classes.choice} data-quiet onClick={() => onForget(key)}>
              {words.unsent.forget}
            </button>
          </span>
        </div>
      )}
    </div>
  )
}

function VoiceIcon({ kind }: { kind: Message['author']['kind'] }) {
  switch (kind) {
    case 'customer':
      return <IconUser size={15} aria-hidden />
    case 'assistant':
      return <BellIcon size={15} />
    case 'person':
      return <IconUserHeart size={15} aria-hidden />
    case 'system':
      return <IconCalendarClock size={15} aria-hidden />
  }
}
