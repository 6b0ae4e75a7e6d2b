import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PendingInvitation } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { toDate } from '../lib/time'
import { useNow } from '../lib/use-now'
import { TroubleNote } from '../ui/trouble-note'
import { invitationsQuery, revoke } from './team.queries'
import { teamWords } from './team.words'
import { useAct } from './use-act'
import classes from './team.module.css'

/** Nothing while nobody is invited. */
export function PendingInvitations() {
  const words = useWords(teamWords)
  const invitations = useQuery(invitationsQuery)
  const items = invitations.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className={classes.waiting}>
      <h3 className={classes.part}>{words.pendingInvitations}</h3>
      <ul className={classes.list} aria-label={words.pendingInvitations}>
        {items.map((invitation) => (
          <Waiting key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </div>
  )
}

function Waiting({ invitation }: { invitation: PendingInvitation }) {
  const words = useWords(teamWords)
  const { language } = useLanguage()
  const now = useNow()
  const { run, isBusy, trouble } = useAct(() => revoke(invitation))
  const { email, expiresAt, role } = invitation
  const isOver = new Date(expiresAt) < now
  return (
    <li className={classes.row}>
      <p className={classes.who}>
        <strong className={classes.email}>{email}</strong>
        <span>
          {words.roles[role].title} · {isOver ? words.over : words.until(toDate(expiresAt, language))}
        </span>
      </p>
      <Button
        variant="subtle"
        size="md"
        radius="lg"
        loading={isBusy}
        aria-label={words.revokeWhose(email)}
        onClick={() => run(undefined)}
      >
        {words.revoke}
      </Button>
      <TroubleNote trouble={trouble} isBusy={isBusy} onRetry={() => run(undefined)} />
    </li>
  )
}
