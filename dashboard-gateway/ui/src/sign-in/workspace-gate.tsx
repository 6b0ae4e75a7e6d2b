import { IconBuildingStore, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Me, Workspace } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { chooseWorkspace } from '../lib/session'
import { ErrorPicture } from '../ui/pictures'
import { Portrait } from '../ui/portrait'
import { signInWords } from './sign-in.words'
import { meQuery, rememberedWorkspace, rememberWorkspace, toWorkspace } from './workspaces.queries'
import { Welcome } from './welcome'
import classes from './welcome.module.css'

export interface Desk {
  me: Me
  workspace: Workspace
  choose: (workspace: Workspace) => void
}

/** Finds out for which business the signed-in person works, and asks when that is not clear. */
export function WorkspaceGate({ signOut, children }: { signOut: () => void; children: (desk: Desk) => ReactNode }) {
  const words = useWords(signInWords)
  const me = useQuery(meQuery)
  const [chosen, setChosen] = useState(rememberedWorkspace)

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
  const { workspaces } = me.data
  const choose = ({ id }: Workspace) => {
    rememberWorkspace(id)
    setChosen(id)
  }
  if (workspaces.length === 0)
    return (
      <Welcome>
        <ErrorPicture
          title={words.none.title}
          text={words.none.text}
          retry={words.none.signOut}
          icon={<IconBuildingStore size={34} />}
          onRetry={signOut}
        />
      </Welcome>
    )
  const workspace = toWorkspace(workspaces, chosen)
  if (workspace) {
    // Calls say for which business they are: that must stand before the first of them is made below.
    chooseWorkspace(workspace.id)
    return children({ me: me.data, workspace, choose })
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
