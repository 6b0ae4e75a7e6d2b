import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Invitation, Workspace } from '../lib/api-types'
import { Problem } from '../lib/fetch-json'
import { useWords } from '../lib/i18n'
import { Portrait } from '../ui/portrait'
import { signInWords } from './sign-in.words'
import { acceptInvitations } from './workspaces.queries'
import { Welcome } from './welcome'
import classes from './welcome.module.css'

interface InvitedProps {
  invitations: Invitation[]
  isNewcomer: boolean
  onJoined: (workspaces: Workspace[]) => void
  onDecline: () => void
  signOut: () => void
}

/** Somebody wants this person: said before they open a workspace that they may not need. */
export function Invited({ invitations, isNewcomer, onJoined, onDecline, signOut }: InvitedProps) {
  const words = useWords(signInWords)
  const { invited } = words
  const busy = useRef(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: acceptInvitations,
    networkMode: 'always',
    onSuccess: ({ workspaces }) => onJoined(workspaces),
    onSettled: () => {
      busy.current = false
    },
  })

  function join(): void {
    if (busy.current) return
    busy.current = true
    mutate()
  }

  return (
    <Welcome>
      <div className={classes.choice}>
        <h1 className={classes.title}>{invited.title(invitations.length)}</h1>
        <ul className={classes.invitations}>
          {invitations.map(({ workspaceName, role, invitedBy }) => (
            <li key={workspaceName} className={classes.invitation}>
              <Portrait name={workspaceName} seed={workspaceName} size={44} />
              <p>
                <strong>{workspaceName}</strong>
                <span>{invited.by(invitedBy)}</span>
                <span>{invited.as[role]}</span>
              </p>
            </li>
          ))}
        </ul>
        {error && (
          <p className={classes.failed} role="alert">
            {error instanceof Problem && error.status < 500 ? (error.detail ?? error.title) : invited.failed}
          </p>
        )}
        <Button size="md" radius="lg" className={classes.act} loading={isPending} onClick={join}>
          {invited.join(invitations.length)}
        </Button>
        <Button variant="subtle" size="md" radius="lg" className={classes.act} disabled={isPending} onClick={onDecline}>
          {isNewcomer ? invited.ownInstead : invited.notNow}
        </Button>
        <button type="button" className={classes.leave} onClick={signOut}>
          {words.signOut}
        </button>
      </div>
    </Welcome>
  )
}
