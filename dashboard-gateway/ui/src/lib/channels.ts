import { queryOptions } from '@tanstack/react-query'
import type { ChannelPage } from './api-types'
import { fetchJson } from './fetch-json'
import { paths } from './paths'

const LOOK_MS = 30_000

export const channelsQuery = queryOptions({
  queryKey: ['channels'] as const,
  queryFn: ({ signal }) => fetchJson<ChannelPage>(paths.channels, { signal }),
  // No change is told of a channel's standing: it is asked for while somebody looks at it.
  refetchInterval: LOOK_MS,
})
