import { queryOptions } from '@tanstack/react-query'
import type {
  Booking,
  BookRequest,
  BusyTime,
  ExternalCalendar,
  ExternalCalendarRequest,
  HandledBooking,
  Page,
} from '../lib/api-types'
import { fetchJson } from '../lib/fetch-json'
import { paths, withQuery } from '../lib/paths'
import { plusDays, toInstant } from './days'

const PAGE = 200

export const bookingsKey = ['bookings'] as const

/** What is booked on these days of the business, cancelled visits too. @param last the last of them */
export const bookingsQuery = (first: string, last: string, zone: string) =>
  queryOptions({
    queryKey: [...bookingsKey, first, last, zone] as const,
    queryFn: async ({ signal }) => {
      const from = toInstant(first, '00:00', zone)
      const to = toInstant(plusDays(last, 1), '00:00', zone)
      const bookings: Booking[] = []
      let cursor: string | undefined
      do {
        const page: Page<Booking> = await fetchJson(withQuery(paths.bookings, { from, to, cursor, limit: PAGE }), {
          signal,
        })
        bookings.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== undefined)
      return bookings
    },
  })

export const busyKey = ['busy-times'] as const

/** Calendars elsewhere are read every quarter of an hour, of which nobody tells. */
const ANEW = 5 * 60_000

/** What calendars elsewhere take of these days. @param last the last of them */
export const busyQuery = (first: string, last: string, zone: string) =>
  queryOptions({
    queryKey: [...busyKey, first, last, zone] as const,
    queryFn: ({ signal }) => {
      const from = toInstant(first, '00:00', zone)
      const to = toInstant(plusDays(last, 1), '00:00', zone)
      return fetchJson<Page<BusyTime>>(withQuery(paths.busyTimes, { from, to }), { signal })
    },
    refetchInterval: ANEW,
  })

export const externalCalendarsQuery = queryOptions({
  queryKey: ['external-calendars'] as const,
  queryFn: ({ signal }) => fetchJson<Page<ExternalCalendar>>(paths.externalCalendars, { signal }),
})

/** The same key adds the same calendar, however often it is sent. */
export function addExternalCalendar(calendar: ExternalCalendarRequest, key: string): Promise<ExternalCalendar> {
  return fetchJson(paths.externalCalendars, { method: 'POST', body: calendar, headers: { 'Idempotency-Key': key } })
}

/** The same key enters the same booking, however often it is sent. */
export function enterBooking(booking: BookRequest, key: string): Promise<HandledBooking> {
  return fetchJson(paths.bookings, { method: 'POST', body: booking, headers: { 'Idempotency-Key': key } })
}

export function moveBooking(
  { id, version }: Booking,
  to: { start: string; practitioner?: string; override?: boolean },
): Promise<HandledBooking> {
  return fetchJson(paths.moveBooking(id), { method: 'POST', body: { ...to, version } })
}

export function cancelBooking({ id, version }: Booking, reason: string): Promise<HandledBooking> {
  return fetchJson(paths.cancelBooking(id), {
    method: 'POST',
    body: { version, reason: reason.trim() || undefined },
  })
}
