import { Temporal } from 'temporal-polyfill'
import type { Booking, BusyTime, Day, Hours } from '../lib/api-types'

// Days and times as the business reads them, wherever the browser is.

const DAYS: readonly Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** From midnight, in minutes; `to` may be 1,440. */
export interface Span {
  from: number
  to: number
}

/** A booking among those that overlap it: in which of how many columns. */
export interface Placed {
  booking: Booking
  span: Span
  lane: number
  lanes: number
}

/** As `2026-11-23`. */
export function today(zone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

export function dayOf(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString()
}

/** As `14:30`. */
export function timeOf(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** What a clock in the business shows at that moment, from midnight in minutes. */
export function minutesOf(instant: string, zone: string): number {
  const { hour, minute } = zoned(instant, zone)
  return hour * 60 + minute
}

/** When a clock in the business shows it; an hour that a change of clocks leaves out is the one after it. */
export function toInstant(day: string, time: string, zone: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString()
}

export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

export function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** From its Monday on. */
export function weekOf(day: string): string[] {
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return DAYS.map((_, index) => monday.add({ days: index }).toString())
}

/** In words of a language, such as `{ weekday: 'long', day: 'numeric' }`. */
export function dayInWords(day: string, locale: string, words: Intl.DateTimeFormatOptions): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { ...words, timeZone: 'UTC' })
}

/** When the house is open by its week and its own exceptions; public holidays are the server's to know. */
export function openingsOf(day: string, { week, exceptions }: Pick<Hours, 'week' | 'exceptions'>): Span[] {
  const name = DAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]
  const usual = (week.find((it) => it.day === name)?.periods ?? []).map(toSpan)
  const today = exceptions.filter(({ from, to }) => from <= day && day <= to)
  const added = today.filter(({ open }) => open).map(({ period }) => toSpan(period))
  const taken = today.filter(({ open }) => !open).map(({ period }) => toSpan(period))
  return taken.reduce(without, [...usual, ...added]).toSorted((a, b) => a.from - b.from)
}

function without(spans: Span[], taken: Span): Span[] {
  return spans
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, taken.from) },
      { from: Math.max(from, taken.to), to },
    ])
    .filter(({ from, to }) => from < to)
}

function toSpan(period: string): Span {
  const [from = '', to = ''] = period.split('-')
  return { from: toMinutes(from), to: toMinutes(to) }
}

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Whole hours that show everything: what is open, and what is booked outside of it. */
export function hoursShown(spans: Span[]): Span {
  if (spans.length === 0) return { from: 8 * 60, to: 19 * 60 }
  const from = Math.min(...spans.map((it) => it.from))
  const to = Math.max(...spans.map((it) => it.to))
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

const SHORTEST = 20

/** The bookings of one day beside each other where they overlap; what goes on after midnight ends with the day. */
export function place(bookings: Booking[], day: string, zone: string): Placed[] {
  const all = bookings
    .filter(({ start }) => dayOf(start, zone) === day)
    .map((booking) => ({ booking, span: spanOf(booking, day, zone), lane: 0, lanes: 1 }))
    .toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
  let group: Placed[] = []
  let ends: number[] = []
  for (const placed of all) {
    if (placed.span.from >= Math.max(0, ...ends)) {
      group = []
      ends = []
    }
    const free = ends.findIndex((end) => end <= placed.span.from)
    placed.lane = free < 0 ? ends.length : free
    ends[placed.lane] = placed.span.to
    group.push(placed)
    for (const it of group) it.lanes = ends.length
  }
  return all
}

/** What calendars elsewhere take of one day; what goes on over midnight takes both. */
export function busyOn(times: BusyTime[], day: string, zone: string): { time: BusyTime; span: Span }[] {
  const begins = Temporal.Instant.from(toInstant(day, '00:00', zone))
  return times
    .filter(({ start, end }) => dayOf(start, zone) <= day && Temporal.Instant.compare(begins, end) < 0)
    .map((time) => ({
      time,
      span: {
        from: dayOf(time.start, zone) === day ? minutesOf(time.start, zone) : 0,
        to: dayOf(time.end, zone) === day ? minutesOf(time.end, zone) : 24 * 60,
      },
    }))
}

function spanOf({ start, end }: Booking, day: string, zone: string): Span {
  const from = minutesOf(start, zone)
  const to = dayOf(end, zone) === day ? minutesOf(end, zone) : 24 * 60
  return { from, to: Math.max(to, from + SHORTEST) }
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
}
