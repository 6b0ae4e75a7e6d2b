import { queryOptions } from '@tanstack/react-query'
import type { Hours, Page, ServiceOffer, Settings } from './api-types'
import { fetchJson } from './fetch-json'
import { paths } from './paths'

// What a business says of itself, which several screens show.

export const settingsQuery = queryOptions({
  queryKey: ['settings'] as const,
  queryFn: ({ signal }) => fetchJson<Settings>(paths.settings, { signal }),
})

export const hoursQuery = queryOptions({
  queryKey: ['hours'] as const,
  queryFn: ({ signal }) => fetchJson<Hours>(paths.hours, { signal }),
})

export const servicesQuery = queryOptions({
  queryKey: ['services'] as const,
  queryFn: ({ signal }) => fetchJson<Page<ServiceOffer>>(paths.services, { signal }),
})
