import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Page, Template } from '../../lib/api-types'
import { ask, fetchJson } from '../../lib/fetch-json'
import { paths, withQuery } from '../../lib/paths'

const LOOK_AGAIN_MS = 3_000

export const templatesQuery = (channel: string) =>
  queryOptions({
    queryKey: ['templates', channel] as const,
    queryFn: ({ signal }) => fetchJson<Page<Template>>(withQuery(paths.templates, { channel }), { signal }),
    select: ({ items }) => items.filter(({ approval }) => approval === 'approved').sort(byName),
    staleTime: 30_000,
  })

/** Asks WhatsApp's list to be read again; what it says comes some seconds later. */
export function useRefreshedTemplates(channel: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: ['refresh templates', channel],
    mutationFn: async () => {
      await ask(paths.refreshTemplates(channel), { method: 'POST' })
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
      await queryClient.invalidateQueries(templatesQuery(channel))
    },
  })
}

function byName(one: Template, other: Template): number {
  return one.name.localeCompare(other.name, 'fr')
}
