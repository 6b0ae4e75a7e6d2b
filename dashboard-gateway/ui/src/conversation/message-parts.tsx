import { IconArrowForwardUp, IconHandClick, IconMapPin, IconSpeakerphone } from '@tabler/icons-react'
import type { Message, Place, Quote, Referral } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { toPlainName, toWebAddress } from '../lib/plain'
import { conversationWords } from './conversation.words'
import classes from './message-parts.module.css'

/** What a message says of itself before its words: from where it came, and to what it answers. */
export function Forwarded() {
  const words = useWords(conversationWords).parts
  return (
    <span className={classes.mark}>
      <IconArrowForwardUp size={15} aria-hidden />
      {words.forwarded}
    </span>
  )
}

/** The advertisement that brought them; its address is only followed when it is one of the web. */
export function FromReferral({ referral }: { referral: Referral }) {
  const words = useWords(conversationWords).parts
  const title = toPlainName(referral.headline) ?? toPlainName(referral.body)
  const address = toWebAddress(referral.url)
  const said = referral.type === 'post' ? words.fromPost(title) : words.fromAd(title)
  return (
    <span className={classes.mark}>
      <IconSpeakerphone size={15} aria-hidden />
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer nofollow">
          {said}
        </a>
      ) : (
        <span>{said}</span>
      )}
    </span>
  )
}

interface QuotedProps {
  quote: Quote
  nameOfAuthor: (author: Message['author']) => string
  onGoTo: (message: string) => void
}

/** What this message answers to; pressed, it leads there. */
export function Quoted({ quote, nameOfAuthor, onGoTo }: QuotedProps) {
  const words = useWords(conversationWords).parts
  const { author, excerpt, message } = quote
  const inside = (
    <>
      {author && <strong>{nameOfAuthor(author)}</strong>}
      <span dir="auto">{excerpt ?? words.quoted}</span>
    </>
  )
  if (message === undefined)
    return (
      <span className={classes.quote} role="note" aria-label={words.quoted}>
        {inside}
      </span>
    )
  return (
    <button
      type="button"
      className={classes.quote}
      aria-label={words.goToQuoted(excerpt ?? '')}
      onClick={() => onGoTo(message)}
    >
      {inside}
    </button>
  )
}

export function Located({ place }: { place: Place }) {
  const words = useWords(conversationWords).parts
  const [label, address] = [toPlainName(place.label), toPlainName(place.address)]
  const link = toMap(place)
  return (
    <span className={classes.place}>
      <span className={classes.placeIcon}>
        <IconMapPin size={22} aria-hidden />
      </span>
      <span className={classes.placeText}>
        <strong>
          <bdi>{label ?? address ?? words.place}</bdi>
        </strong>
        {label && address && (
          <span>
            <bdi>{address}</bdi>
          </span>
        )}
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {words.openMap}
          </a>
        )}
      </span>
    </span>
  )
}

/** A map elsewhere, for who asks for it: nothing of a customer's whereabouts leaves the dashboard by itself. */
function toMap({ latitude, longitude }: Place): string | undefined {
  const [north, east] = [Number(latitude), Number(longitude)]
  const isOnEarth = latitude.trim() !== '' && longitude.trim() !== '' && Math.abs(north) <= 90 && Math.abs(east) <= 180
  return isOnEarth ? `https://www.google.com/maps/search/?api=1&query=${north}%2C${east}` : undefined
}

/** A button that was pressed reads like an answer in words, with a mark that it was one. */
export function Pressed() {
  const words = useWords(conversationWords).parts
  return (
    <span className={classes.mark}>
      <IconHandClick size={15} aria-hidden />
      {words.button}
    </span>
  )
}
