import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Conversation } from '../lib/api-types'
import { nameOf, toReadablePhone } from '../lib/conversations'
import { useWords } from '../lib/i18n'
import { toDialled, toPlainName } from '../lib/plain'
import { Portrait } from '../ui/portrait'
import { StandingBadge } from '../ui/standing'
import { conversationWords } from './conversation.words'
import classes from './conversation-head.module.css'

export function ConversationHead({ conversation, acts }: { conversation: Conversation; acts?: ReactNode }) {
  const words = useWords(conversationWords)
  const { customer, id } = conversation
  const name = nameOf(customer)
  const dialled = customer.phone && toDialled(customer.phone)
  return (
    <header className={classes.head}>
      <Link to="/conversations" className={classes.back} aria-label={words.back}>
        <IconArrowLeft size={24} aria-hidden />
      </Link>
      <Portrait name={name} seed={id} size={42} />
      <div className={classes.who}>
        <h1 className={classes.name}>
          <bdi>{name}</bdi>
        </h1>
        {dialled && customer.phone && toPlainName(customer.name) && (
          <a className={classes.phone} href={dialled}>
            {toReadablePhone(customer.phone)}
          </a>
        )}
        {!dialled && customer.phone && toPlainName(customer.name) && (
          <span className={classes.phone}>{toPlainName(customer.phone)}</span>
        )}
      </div>
      <span className={classes.standing} data-said-below={conversation.awaitingPerson || undefined}>
        <StandingBadge conversation={conversation} />
      </span>
      {acts}
    </header>
  )
}
