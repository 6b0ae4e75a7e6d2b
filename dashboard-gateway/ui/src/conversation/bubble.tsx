import { IconBook2, IconPaperclip, IconUser, IconUserHeart } from '@tabler/icons-react'
import { memo } from 'react'
import type { Message } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { toClock, toFullMoment } from '../lib/time'
import { BellIcon } from '../ui/icons'
import { messageKindWords } from '../ui/message-kind.words'
import { conversationWords } from './conversation.words'
import { DeliveryMark, LeavingMark } from './delivery-mark'
import type { Leaving } from './sending'
import classes from './bubble.module.css'

interface BubbleProps {
  message: Message
  me: string
  customer: string
  startsVoice: boolean
}

/** One message. Side, fill and a named voice say who wrote it; colour only repeats it. */
export const Bubble = memo(function Bubble({ message, me, customer, startsVoice }: BubbleProps) {
  const words = useWords(conversationWords)
  const kinds = useWords(messageKindWords)
  const { language } = useLanguage()
  const { author, at, body, failure, kind, reasons, status } = message
  const isPlain = kind === 'text' || kind === 'button'
  const voice =
    author.kind === 'customer'
      ? customer
      : author.kind === 'assistant'
        ? words.author.assistant
        : author.person === me
          ? words.author.you
          : (author.name ?? words.author.colleague)
  return (
    <div className={classes.turn} data-voice={author.kind} data-first={startsVoice || undefined}>
      <span className={startsVoice ? classes.voice : classes.hiddenVoice}>
        <VoiceIcon kind={author.kind} />
        {voice}
      </span>
      <div className={classes.bubble}>
        {!isPlain && (
          <span className={classes.kind}>
            <IconPaperclip size={16} aria-hidden />
            {kinds[kind]}
          </span>
        )}
        {(body || isPlain) && <p className={classes.body}>{body || kinds[kind]}</p>}
        <span className={classes.meta}>
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
      {status === 'refused' && <span className={classes.failure}>{failure ?? words.status.refused}</span>}
      {status === 'delayed' && <span className={classes.note}>{words.status.delayed}</span>}
    </div>
  )
})

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
  }
}
