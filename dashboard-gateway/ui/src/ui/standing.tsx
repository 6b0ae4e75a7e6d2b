import { IconHandStop, IconUser } from '@tabler/icons-react'
import type { Conversation, Leader } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { toPlainName } from '../lib/plain'
import { BellIcon } from './icons'
import { standingWords } from './standing.words'
import classes from './standing.module.css'

/** Where a conversation stands. That someone waits says more than that it is open. */
export function StandingBadge({ conversation }: { conversation: Conversation }) {
  const words = useWords(standingWords)
  if (conversation.awaitingPerson)
    return (
      <span className={classes.badge} data-standing="waiting">
        <IconHandStop size={14} aria-hidden />
        {words.awaiting}
      </span>
    )
  return (
    <span className={classes.badge} data-standing={conversation.status}>
      {words.status[conversation.status]}
    </span>
  )
}

/** Who speaks for the business in a conversation. */
export function LeaderLabel({ leader, me }: { leader: Leader; me: string }) {
  const words = useWords(standingWords)
  if (leader.kind === 'nobody') return null
  return (
    <span className={classes.leader}>
      {leader.kind === 'assistant' ? <BellIcon size={15} /> : <IconUser size={15} aria-hidden />}
      {leader.kind === 'assistant'
        ? words.assistantLeads
        : leader.person === me
          ? words.youLead
          : words.personLeads(toPlainName(leader.name) ?? words.someone)}
    </span>
  )
}
