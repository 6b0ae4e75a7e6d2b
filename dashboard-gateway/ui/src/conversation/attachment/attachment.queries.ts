import { queryOptions } from '@tanstack/react-query'
import { fetchFile } from '../../lib/fetch-json'
import { paths } from '../../lib/paths'

/** Where an attachment is. */
export interface Held {
  conversation: string
  message: string
  index: number
}

/** Its bytes, for as long as they are looked at and a little longer. They never change. */
export const fileQuery = ({ conversation, message, index }: Held) =>
  queryOptions({
    queryKey: ['attachment', conversation, message, index] as const,
    queryFn: ({ signal }) => fetchFile(paths.attachment(conversation, message, index), signal),
    staleTime: Infinity,
    gcTime: 60_000,
    structuralSharing: false,
  })
