import { queryOptions } from '@tanstack/react-query'
import type { Page, PendingInvitation, Role, Teammate } from '../lib/api-types'
import { ask, fetchJson } from '../lib/fetch-json'
import { paths } from '../lib/paths'

export const teamQuery = queryOptions({
  queryKey: ['team'] as const,
  queryFn: ({ signal }) => fetchJson<Page<Teammate>>(paths.team, { signal }),
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'] as const,
  queryFn: ({ signal }) => fetchJson<Page<PendingInvitation>>(paths.invitations, { signal }),
})

export function invite(email: string, role: Role): Promise<PendingInvitation> {
  return fetchJson(paths.invitations, { method: 'POST', body: { email, role } })
}

export function revoke({ id }: PendingInvitation): Promise<void> {
  return ask(paths.invitation(id), { method: 'DELETE' })
}

export function giveRole({ subject, version }: Teammate, role: Role): Promise<Teammate> {
  return fetchJson(paths.teammate(subject), { method: 'PUT', body: { role, version } })
}

export function remove({ subject }: Teammate): Promise<void> {
  return ask(paths.teammate(subject), { method: 'DELETE' })
}
