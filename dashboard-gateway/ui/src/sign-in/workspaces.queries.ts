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
