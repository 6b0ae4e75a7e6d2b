import { useMemo, type CSSProperties } from 'react'
import type { Booking, BusyTime, Hours } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { agendaWords } from './agenda.words'
import { busyOn, dayInWords, hoursShown, minutesOf, openingsOf, place, timeOf, type Placed, type Span } from './days'
import classes from './time-grid.module.css'

interface TimeGridProps {
  days: string[]
  bookings: Booking[]
  busy: BusyTime[]
  hours: Hours | undefined
  zone: string
  here: string
  now: Date
  onOpen: (booking: string) => void
  /** Somebody wants to book then: a quarter of an hour, as `14:30`. */
  onFree: (day: string, time: string) => void
  onDay: (day: string) => void
}

const PER_MINUTE = 1.05
const QUARTER = 15

/** Hours from above to below, a column for each day; what is closed is shaded, and cancelled visits are not in the way. */
export function TimeGrid({ days, bookings, busy, hours, zone, here, now, ...act }: TimeGridProps) {
  const columns = useMemo(() => {
    const booked = bookings.filter(({ status }) => status === 'booked')
    return days.map((day) => ({
      day,
      open: hours ? openingsOf(day, hours) : [],
      placed: place(booked, day, zone),
      busy: busyOn(busy, day, zone),
    }))
  }, [days, bookings, busy, hours, zone])
  const shown = hoursShown(columns.flatMap(({ open, placed }) => [...open, ...placed.map(({ span }) => span)]))
  const marks = Array.from({ length: (shown.to - shown.from) / 60 + 1 }, (_, index) => shown.from + index * 60)
  const height = (shown.to - shown.from) * PER_MINUTE
  return (
    <div className={classes.scroll} data-week={days.length > 1 || undefined}>
      <div className={classes.grid}>
        <div className={classes.hours} style={{ height }} aria-hidden>
          {marks.map((mark) => (
            <span key={mark} style={{ top: (mark - shown.from) * PER_MINUTE }}>
              {mark / 60} h
            </span>
          ))}
        </div>
        {columns.map(({ day, open, placed, busy: taken }) => (
          <Column
            key={day}
            day={day}
            isAlone={days.length === 1}
            open={open}
            placed={placed}
            busy={taken}
            shown={shown}
            zone={zone}
            isHere={day === here}
            now={day === here ? minutesOf(now.toISOString(), zone) : undefined}
            {...act}
          />
        ))}
      </div>
    </div>
  )
}

interface ColumnProps extends Pick<TimeGridProps, 'onOpen' | 'onFree' | 'onDay' | 'zone'> {
  day: string
  isAlone: boolean
  open: Span[]
  placed: Placed[]
  busy: { time: BusyTime; span: Span }[]
  shown: Span
  isHere: boolean
  now: number | undefined
}

function Column({ day, isAlone, open, placed, busy, shown, zone, isHere, now, onOpen, onFree, onDay }: ColumnProps) {
  const words = useWords(agendaWords)
  const at = ({ from, to }: Span): CSSProperties => ({
    top: (from - shown.from) * PER_MINUTE,
    height: (to - from) * PER_MINUTE,
  })
  const title = dayInWords(day, words.locale, { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <section className={classes.column} aria-label={title} data-here={isHere || undefined}>
      {!isAlone && (
        <button type="button" className={classes.name} aria-label={title} onClick={() => onDay(day)}>
          <small aria-hidden>{dayInWords(day, words.locale, { weekday: 'short' })}</small>
          <span aria-hidden>{Number(day.slice(8))}</span>
        </button>
      )}
      {/* A mouse books where it points; a keyboard and a finger have the button above. */}
      <div
        className={classes.body}
        style={{ height: (shown.to - shown.from) * PER_MINUTE, backgroundSize: `100% ${60 * PER_MINUTE}px` }}
        onClick={(event) => {
          if (event.target !== event.currentTarget) return
          const top = event.clientY - event.currentTarget.getBoundingClientRect().top
          const minutes = Math.floor((shown.from + top / PER_MINUTE) / QUARTER) * QUARTER
          onFree(day, `${two(minutes / 60)}:${two(minutes % 60)}`)
        }}
      >
        {gaps(open, shown).map((gap) => (
          <div key={gap.from} className={classes.closed} style={at(gap)} aria-hidden>
            {gap.to - gap.from === shown.to - shown.from && words.closed}
          </div>
        ))}
        {busy.map(({ time, span }) => {
          const seen = { from: Math.max(span.from, shown.from), to: Math.min(span.to, shown.to) }
          return (
            seen.from < seen.to && (
              <div
                key={`${time.calendar}${time.start}`}
                className={classes.busy}
                style={at(seen)}
                role="note"
                aria-label={words.busy(time.name, words.at(title, timeOf(time.start, zone), timeOf(time.end, zone)))}
              >
                {time.name}
              </div>
            )
          )
        })}
        {now !== undefined && now > shown.from && now < shown.to && (
          <div className={classes.now} style={{ top: (now - shown.from) * PER_MINUTE }} aria-hidden />
        )}
        {placed.map(({ booking, span, lane, lanes }) => {
          const from = timeOf(booking.start, zone)
          const what = booking.services.map(({ name }) => name).join(' + ')
          return (
            <button
              key={booking.id}
              type="button"
              className={classes.booking}
              data-lines={linesOf(span)}
              data-by={booking.byAssistant ? 'assistant' : 'team'}
              aria-label={words.open(booking.customerName, words.at(title, from, timeOf(booking.end, zone)))}
              style={{
                ...at(span),
                left: `calc(${(lane / lanes) * 100}% + 2px)`,
                width: `calc(${100 / lanes}% - 4px)`,
              }}
              onClick={() => onOpen(booking.id)}
            >
              <strong>
                {from} {booking.customerName}
              </strong>
              <span>{what}</span>
              {booking.practitioner && <small>{booking.practitioner.name}</small>}
            </button>
          )
        })}
      </div>
    </section>
  )
}

/** How much of it can be read. */
function linesOf({ from, to }: Span): number {
  const minutes = to - from
  return minutes < 40 ? 1 : minutes < 58 ? 2 : 3
}

/** What of the hours shown is closed. */
function gaps(open: Span[], shown: Span): Span[] {
  const edges = [{ from: shown.from, to: shown.from }, ...open, { from: shown.to, to: shown.to }]
  return edges
    .slice(1)
    .map((next, index) => ({ from: Math.max(shown.from, edges[index]?.to ?? 0), to: Math.min(next.from, shown.to) }))
    .filter(({ from, to }) => from < to)
}

const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
