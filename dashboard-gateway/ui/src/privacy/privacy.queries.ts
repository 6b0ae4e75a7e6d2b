import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AuditEntry, AuditKind, ErasureReceipt, Page, Privacy, RegisterEntry } from '../lib/api-types'
import { fetchFile, fetchJson } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'

const PAGE = 50
const LOOK_MS = 1_500

export const privacyQuery = queryOptions({
  queryKey: ['privacy'] as const,
  queryFn: ({ signal }) => fetchJson<Privacy>(paths.privacy, { signal }),
})

export function changePrivacy(privacy: Privacy): Promise<Privacy> {
  return fetchJson(paths.privacy, { method: 'PUT', body: privacy })
}

export const registerQuery = infiniteQueryOptions({
  queryKey: ['register'] as const,
  queryFn: ({ pageParam, signal }) =>
    fetchJson<Page<RegisterEntry>>(withQuery(paths.register, { cursor: pageParam, limit: PAGE }), { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap((page) => page.items),
})

export const auditQuery = (kind: AuditKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['audit', kind] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<AuditEntry>>(withQuery(paths.audit, { kind, cursor: pageParam, limit: PAGE }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  })

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', id] as const,
    queryFn: ({ signal }) => fetchJson<ErasureReceipt>(paths.erasure(id), { signal }),
    // The services report one after the other: it fills while somebody looks.
    refetchInterval: ({ state }) => (state.data?.complete ? false : LOOK_MS),
  })

/** @param key once for each time that somebody decides to: sent again, it is the same erasure */
export function eraseCustomer(customer: string, note: string, key: string): Promise<ErasureReceipt> {
  return fetchJson(paths.eraseCustomer(customer), {
    method: 'POST',
    body: note.trim() === '' ? {} : { note },
    headers: { 'Idempotency-Key': key },
  })
}

export function exportCustomer(customer: string): Promise<Blob> {
  return fetchFile(paths.exportCustomer(customer))
}
