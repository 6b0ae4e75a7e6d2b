import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from './api-types'

/** What has been loaded of a long list. */
export type Pages<T> = InfiniteData<Page<T>, string | undefined>

/**
 * For `structuralSharing`: merges what comes back from the server with what was heard meanwhile. The same function is given what a
 * `select` made of the pages, which is left as it is.
 */
export function merging<T>(merge: (before: Pages<T>, fetched: Pages<T>) => Pages<T>) {
  return (before: unknown, fetched: unknown): unknown =>
    isPages<T>(before) && isPages<T>(fetched) ? merge(before, fetched) : fetched
}

function isPages<T>(data: unknown): data is Pages<T> {
  return typeof data === 'object' && data !== null && 'pages' in data
}
