import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../lib/i18n'
import { InviteForm } from './invite-form'
import { PendingInvitations } from './pending-invitations'
import { TeammateRow } from './teammate-row'
import { teamQuery } from './team.queries'
import { teamWords } from './team.words'
import classes from './team.module.css'

interface TeamCardProps {
  /** Subject of who looks. */
  me: string
  mayManage: boolean
}

/** Who works here; owners invite, give roles and end memberships. */
export function TeamCard({ me, mayManage }: TeamCardProps) {
  const words = useWords(teamWords)
  const team = useQuery(teamQuery)
  return (
    <section className={classes.section} aria-labelledby="team">
      <h2 id="team" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{mayManage ? words.lead : words.readOnly}</p>
      <div className={classes.card}>
        {team.data ? (
          <ul className={classes.list} aria-label={words.list}>
            {team.data.items.map((teammate) => (
              <TeammateRow
                key={teammate.subject}
                teammate={teammate}
                isMe={teammate.subject === me}
                mayManage={mayManage}
              />
            ))}
          </ul>
        ) : team.isError ? (
          <div className={classes.failed} role="alert">
            {words.error}
            <Button variant="light" size="md" loading={team.isFetching} onClick={() => void team.refetch()}>
              {words.retry}
            </Button>
          </div>
        ) : (
          <div role="status" aria-label={words.pending}>
            <Skeleton height={44} radius="lg" />
            <Skeleton height={44} radius="lg" mt={14} />
          </div>
        )}
        {mayManage && (
          <>
            <InviteForm />
            <PendingInvitations />
          </>
        )}
      </div>
    </section>
  )
}
