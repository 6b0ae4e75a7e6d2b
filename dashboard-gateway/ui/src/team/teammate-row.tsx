import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Role, Teammate } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { TroubleNote } from '../ui/trouble-note'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/field'
import { Portrait } from '../ui/portrait'
import { giveRole, remove } from './team.queries'
import { teamWords } from './team.words'
import { useAct } from './use-act'
import classes from './team.module.css'

const ROLES: Role[] = ['owner', 'agent']

interface TeammateRowProps {
  teammate: Teammate
  isMe: boolean
  mayManage: boolean
}

/** Nobody takes their own rights away by mistake: one's own row has nothing to press. */
export function TeammateRow({ teammate, isMe, mayManage }: TeammateRowProps) {
  const words = useWords(teamWords)
  const [isLeaving, setIsLeaving] = useState(false)
  const role = useAct((given: Role) => giveRole(teammate, given))
  const removal = useAct(() => remove(teammate))
  const { name, email, subject } = teammate
  return (
    <li className={classes.row}>
      <Portrait name={name} seed={subject} size={44} />
      <p className={classes.who}>
        <strong>
          <bdi>{name}</bdi>
          {isMe && <span> ({words.you})</span>}
        </strong>
        <span className={classes.email}>{email}</span>
      </p>
      {mayManage && !isMe ? (
        <div className={classes.acts}>
          <SelectField
            aria-label={words.roleOf(name)}
            value={teammate.role}
            disabled={role.isBusy}
            data={ROLES.map((value) => ({ value, label: words.roles[value].title }))}
            onChange={(event) => role.run(event.currentTarget.value as Role)}
          />
          <Button
            variant="subtle"
            size="md"
            radius="lg"
            aria-label={words.removeWho(name)}
            onClick={() => setIsLeaving(true)}
          >
            {words.remove}
          </Button>
        </div>
      ) : (
        <span className={classes.role}>{words.roles[teammate.role].title}</span>
      )}
      {role.trouble && (
        <TroubleNote trouble={role.trouble} isBusy={role.isBusy} onRetry={() => role.run(teammate.role)} />
      )}
      {isLeaving && (
        <Dialog title={words.removal.title(name)} close={words.removal.no} onClose={() => setIsLeaving(false)}>
          <div className={classes.removal}>
            <p className={classes.text}>{words.removal.text}</p>
            <TroubleNote trouble={removal.trouble} isBusy={removal.isBusy} onRetry={() => removal.run(undefined)} />
            <div className={classes.choices}>
              <Button variant="default" size="md" radius="lg" onClick={() => setIsLeaving(false)}>
                {words.removal.no}
              </Button>
              <Button
                size="md"
                radius="lg"
                loading={removal.isBusy}
                onClick={() => removal.run(undefined, () => setIsLeaving(false))}
              >
                {words.removal.yes}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </li>
  )
}
