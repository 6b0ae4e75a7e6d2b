import { queryOptions } from '@tanstack/react-query'
import type { Me, Workspace } from '../lib/api-types'
import { fetchJson } from '../lib/fetch-json'
import { paths } from '../lib/paths'

const REMEMBERED = 'accueil.workspace'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => fetchJson<Me>(paths.me, { signal }),
  staleTime: Infinity,
})

/** Into every workspace that invited this person's e-mail address. */
export function acceptInvitations(): Promise<{ workspaces: Workspace[] }> {
  return fetchJson(paths.acceptInvitations, { method: 'POST' })
}

/** What is known of the person, once these are theirs too. */
export function withWorkspaces(me: Me, joined: Workspace[]): Me {
  const known = new Map([...me.workspaces, ...joined].map((workspace) => [workspace.id, workspace]))
  return { ...me, workspaces: [...known.values()] }
}

/** The only one, or the last chosen; nothing when the person has to choose. */
export function toWorkspace(workspaces: Workspace[], remembered: string | null): Workspace | undefined {
  if (workspaces.length === 1) return workspaces[0]
  return workspaces.find(({ id }) => id === remembered)
}

export function rememberedWorkspace(): string | null {
  return localStorage.getItem(REMEMBERED)
}

export function rememberWorkspace(id: string): void {
  localStorage.setItem(REMEMBERED, id)
}
