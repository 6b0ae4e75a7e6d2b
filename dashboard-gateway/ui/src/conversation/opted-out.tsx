import { IconMessageOff, IconPencilOff } from '@tabler/icons-react'
import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock } from '../lib/time'
import { conversationWords } from './conversation.words'
import composer from './composer.module.css'
import classes from './opted-out.module.css'

/** On top of the conversation, so that nobody wonders later why nothing goes out. */
export function OptedOutBanner({ since }: { since: string }) {
  const words = useWords(conversationWords).optedOut
  const { language } = useLanguage()
  return (
    <p className={classes.banner} role="note">
      <IconMessageOff size={19} aria-hidden />
      {words.banner(toDateAndClock(since, language))}
    </p>
  )
}

/** Where one would write. */
export function OptedOutComposer() {
  const words = useWords(conversationWords).optedOut
  return (
    <div className={composer.closed} role="note" data-opted-out>
      <IconPencilOff size={22} aria-hidden />
      <p>
        <strong>{words.title}</strong>
        <span>{words.text}</span>
      </p>
    </div>
  )
}
