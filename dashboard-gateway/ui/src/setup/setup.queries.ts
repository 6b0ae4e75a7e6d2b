import { queryOptions } from '@tanstack/react-query'
import type {
  Hours,
  HoursRequest,
  Onboarding,
  Page,
  ReadyFaq,
  ServiceOffer,
  ServiceRequest,
  Settings,
  SettingsRequest,
  Step,
  Suggestions,
  TryAnswer,
  Vertical,
  Workspace,
} from '../lib/api-types'
import { ask, fetchJson } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'

export const onboardingQuery = queryOptions({
  queryKey: ['onboarding'] as const,
  queryFn: ({ signal }) => fetchJson<Onboarding>(paths.onboarding, { signal }),
  staleTime: Infinity,
})

/** They follow trade and address, which the step before may have changed. */
export const suggestionsQuery = queryOptions({
  queryKey: ['suggestions'] as const,
  queryFn: ({ signal }) => fetchJson<Suggestions>(paths.suggestions, { signal }),
})

/** Their blanks are filled with what the steps before have saved. */
export const readyFaqsQuery = queryOptions({
  queryKey: ['ready-faqs'] as const,
  queryFn: ({ signal }) => fetchJson<Page<ReadyFaq>>(paths.readyFaqs, { signal }),
})

/** The same key opens the same workspace, however often it is sent. */
export function openWorkspace(
  request: { name: string; vertical: Vertical; timeZone: string },
  key: string,
): Promise<Workspace> {
  return fetchJson(paths.workspaces, { method: 'POST', body: request, headers: { 'Idempotency-Key': key } })
}

export function leaveStep(step: Step, state: 'done' | 'skipped'): Promise<Onboarding> {
  return fetchJson(paths.onboardingStep(step), { method: 'PUT', body: { state } })
}

export function fetchSettings(): Promise<Settings> {
  return fetchJson(paths.settings)
}

export function saveSettings(settings: SettingsRequest): Promise<Settings> {
  return fetchJson(paths.settings, { method: 'PUT', body: settings })
}

export function saveHours(hours: HoursRequest): Promise<Hours> {
  return fetchJson(paths.hours, { method: 'PUT', body: hours })
}

export function addService(service: ServiceRequest, key: string): Promise<ServiceOffer> {
  return fetchJson(paths.services, { method: 'POST', body: service, headers: { 'Idempotency-Key': key } })
}

export function changeService(id: string, service: ServiceRequest): Promise<ServiceOffer> {
  return fetchJson(paths.service(id), { method: 'PUT', body: service })
}

export function removeService(id: string, version: number): Promise<void> {
  return ask(withQuery(paths.service(id), { version }), { method: 'DELETE' })
}

export function saveReadyFaqs(keys: string[]): Promise<void> {
  return ask(paths.readyFaqs, { method: 'POST', body: { keys } })
}

/** @param before what the same customer would have written before it, oldest first */
export function tryAssistant(text: string, before: string[]): Promise<TryAnswer> {
  return fetchJson(paths.tryAssistant, { method: 'POST', body: { text, before }, patienceMs: 30_000 })
}
