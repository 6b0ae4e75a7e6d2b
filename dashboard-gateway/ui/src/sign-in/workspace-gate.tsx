import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Me, Workspace } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { chooseWorkspace } from '../lib/session'
import { ErrorPicture } from '../ui/pictures'
import { Portrait } from '../ui/portrait'
import { Invited } from './invited'
import { signInWords } from './sign-in.words'
import { meQuery, rememberedWorkspace, rememberWorkspace, toWorkspace, withWorkspaces } from './workspaces.queries'
import { Welcome } from './welcome'
import classes from './welcome.module.css'

export interface Desk {
  me: Me
  workspace: Workspace
  choose: (workspace: Workspace) => void
  /** It has another name now, or another trade. */
  rename: (workspace: Workspace) => void
}

interface WorkspaceGateProps {
  signOut: () => void
  /** What who has no workspace sees. */
  newcomer: (me: Me, opened: (workspace: Workspace) => void) => ReactNode
  children: (desk: Desk) => ReactNode
}

/** Finds out for which business the signed-in person works: invited to one, opening one, or choosing when that is not clear. */
export function WorkspaceGate({ signOut, newcomer, children }: WorkspaceGateProps) {
  const words = useWords(signInWords)
  const queryClient = useQueryClient()
  const me = useQuery(meQuery)
  const [chosen, setChosen] = useState(rememberedWorkspace)
  const [hasDeclined, setHasDeclined] = useState(false)

  if (me.isPending) return <Welcome busy={words.opening} />
  if (!me.data)
    return (
      <Welcome>
        <ErrorPicture
          {...words.unknown}
          icon={<IconPlugConnectedX size={34} />}
          onRetry={() => void me.refetch()}
          busy={me.isFetching}
        />
      </Welcome>
    )
  const { workspaces, invitations } = me.data
  const choose = ({ id }: Workspace) => {
    rememberWorkspace(id)
    setChosen(id)
  }
  const join = (joined: Workspace[]) => {
    const isNew = (it: Workspace) => !workspaces.some(({ id }) => id === it.id)
    const first = joined.find(isNew)
    if (first) choose(first)
    queryClient.setQueryData(meQuery.queryKey, { ...withWorkspaces(me.data, joined), invitations: [] })
  }
  if (invitations.length > 0 && !hasDeclined)
    return (
      <Invited
        invitations={invitations}
        isNewcomer={workspaces.length === 0}
        onJoined={join}
        onDecline={() => setHasDeclined(true)}
        signOut={signOut}
      />
    )
  if (workspaces.length === 0) return newcomer(me.data, (opened) => join([opened]))
  const workspace = toWorkspace(workspaces, chosen)
  if (workspace) {
    // Calls say for which business they are: that must stand before the first of them is made below.
    chooseWorkspace(workspace.id)
    const rename = (renamed: Workspace) =>
      queryClient.setQueryData(meQuery.queryKey, withWorkspaces(me.data, [renamed]))
    return children({ me: me.data, workspace, choose, rename })
  }
  return (
    <Welcome>
      <div className={classes.choice}>
        <h1 className={classes.title}>{words.choose}</h1>
        <p className={classes.hint}>{words.chooseHint}</p>
        {workspaces.map((one) => (
          <button key={one.id} type="button" className={classes.workspace} onClick={() => choose(one)}>
            <Portrait name={one.name} seed={one.id} size={40} />
            <strong>{one.name}</strong>
            <small>{words.role[one.role]}</small>
          </button>
        ))}
      </div>
    </Welcome>
  )
}
