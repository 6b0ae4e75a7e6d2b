import type { Day, DayPeriods, FieldError } from '../../lib/api-types'

export const DAYS: readonly Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** @property to the end of the day is `24:00` */
export interface Period {
  from: string
  to: string
}

/** Every day of the week; one without periods is closed. */
export type Week = Record<Day, Period[]>

const USUAL: Period[] = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '19:00' },
]

export function toWeek(days: DayPeriods[]): Week {
  const periods = new Map(days.map((it) => [it.day, it.periods.map(toPeriod)]))
  return Object.fromEntries(DAYS.map((day) => [day, periods.get(day) ?? []])) as Week
}

/** As the API takes it: the open days in their order. */
export function toDays(week: Week): DayPeriods[] {
  return DAYS.filter((day) => week[day].length > 0).map((day) => ({
    day,
    periods: week[day].map(({ from, to }) => `${from}-${to}`),
  }))
}

function toPeriod(period: string): Period {
  const [from = '', to = ''] = period.split('-')
  return { from, to }
}

export function closed(week: Week, day: Day): Week {
  return { ...week, [day]: [] }
}

/** As the nearest open day before it, or after; as most are where none is open. */
export function opened(week: Week, day: Day): Week {
  const here = DAYS.indexOf(day)
  const around = [...DAYS.slice(0, here).toReversed(), ...DAYS.slice(here + 1)]
  const like = around.find((it) => week[it].length > 0)
  return { ...week, [day]: like ? week[like] : USUAL }
}

/** Open without a break, or with one in the middle. */
export function withBreak(week: Week, day: Day): Week {
  const first = week[day][0] ?? USUAL[0]
  if (!first) return week
  const [noon, afternoon] = ['12:00', '14:00']
  const spansNoon = first.from < noon && first.to > afternoon
  const evening = { from: first.to < '22:00' ? later(first.to, 60) : first.to, to: later(first.to, 180) }
  return {
    ...week,
    [day]: spansNoon
      ? [
          { from: first.from, to: noon },
          { from: afternoon, to: first.to },
        ]
      : [first, evening],
  }
}

export function withoutBreak(week: Week, day: Day): Week {
  const [first, last] = [week[day][0], week[day].at(-1)]
  return first && last ? { ...week, [day]: [{ from: first.from, to: last.to }] } : week
}

export function changed(week: Week, day: Day, index: number, part: Partial<Period>): Week {
  return { ...week, [day]: week[day].map((period, at) => (at === index ? { ...period, ...part } : period)) }
}

/** The other open days as this one; closed days stay closed. */
export function appliedToOthers(week: Week, day: Day): { week: Week; days: Day[] } {
  const days = DAYS.filter((it) => it !== day && week[it].length > 0)
  return { week: { ...week, ...Object.fromEntries(days.map((it) => [it, week[day]])) }, days }
}

export interface WeekWords {
  order: string
  overlap: string
}

/** What cannot be, at the field that is wrong, as the API names it. */
export function mistakesOf(week: Week, words: WeekWords): FieldError[] {
  return toDays(week).flatMap(({ day }, index) =>
    week[day].flatMap((period, at) => {
      const before = week[day][at - 1]
      if (period.to <= period.from) return [{ field: `week[${index}].periods[${at}]`, message: words.order }]
      if (before && period.from < before.to) return [{ field: `week[${index}].periods[${at}]`, message: words.overlap }]
      return []
    }),
  )
}

/** What is wrong with a day, whichever part of it the error names. */
export function mistakeOf(week: Week, day: Day, errors: FieldError[]): { message: string; period: number } | undefined {
  const index = toDays(week).findIndex((it) => it.day === day)
  const prefix = `week[${index}]`
  const error = index < 0 ? undefined : errors.find(({ field }) => field === prefix || field.startsWith(`${prefix}.`))
  if (!error) return undefined
  const period = Number(/periods\[(\d+)\]/.exec(error.field)?.[1] ?? 0)
  return { message: error.message, period }
}

const STEP_MINUTES = 15

/** Every quarter of an hour, and the one that is chosen if it is none. */
export function timesWith(chosen: string, isEnd: boolean): string[] {
  const first = isEnd ? STEP_MINUTES : 0
  const count = (24 * 60 - STEP_MINUTES) / STEP_MINUTES + 1
  const times = Array.from({ length: count }, (_, index) => toTime(first + index * STEP_MINUTES))
  return times.includes(chosen) ? times : [...times, chosen].sort()
}

/** "9h30", as it is said. */
export function toSaid(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return `${Number(hours)}h${minutes}`
}

function later(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return toTime(Math.min(hours * 60 + rest + minutes, 24 * 60))
}

function toTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
