import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Conversation } from '../lib/api-types'
import { nameOf } from '../lib/conversations'
import { useWords } from '../lib/i18n'
import { Portrait } from '../ui/portrait'
import { StandingBadge } from '../ui/standing'
import { conversationWords } from './conversation.words'
import classes from './conversation-head.module.css'

export function ConversationHead({ conversation }: { conversation: Conversation }) {
  const words = useWords(conversationWords)
  const { customer, id } = conversation
  const name = nameOf(customer)
  return (
    <header className={classes.head}>
      <Link to="/conversations" className={classes.back} aria-label={words.back}>
        <IconArrowLeft size={24} aria-hidden />
      </Link>
      <Portrait name={name} seed={id} size={42} />
      <div className={classes.who}>
        <h1 className={classes.name}>{name}</h1>
        {customer.phone && customer.name && (
          <a className={classes.phone} href={`tel:${customer.phone}`}>
            {toReadablePhone(customer.phone)}
          </a>
        )}
      </div>
      <StandingBadge conversation={conversation} />
    </header>
  )
}

/** "+33 6 39 98 00 12": French numbers in pairs, others as they are. */
function toReadablePhone(phone: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone)
  return french ? `+33 ${french.slice(1).join(' ')}` : phone
}
