import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendar, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Booking } from '../lib/api-types'
import { hoursQuery, settingsQuery } from '../lib/business'
import { useWords } from '../lib/i18n'
import { useNow } from '../lib/use-now'
import { ErrorPicture } from '../ui/pictures'
import { bookingsQuery, busyQuery } from './agenda.queries'
import { agendaWords } from './agenda.words'
import { BookingDetails } from './booking-details'
import { BookingForm } from './booking-form'
import { BookingList } from './booking-list'
import { dayInWords, isDay, plusDays, today, weekOf } from './days'
import { TimeGrid } from './time-grid'
import classes from './agenda.module.css'

export const VIEWS = ['day', 'week', 'list'] as const
export type View = (typeof VIEWS)[number]
const NOTHING: never[] = []
const NARROW: readonly View[] = ['day', 'list']

export interface Shown {
  /** As `2026-11-23`; today where none is said. */
  day?: string | undefined
  view?: View | undefined
}

/** What of an address says which days are shown; the rest is not believed. */
export function toShown({ day, view }: Record<string, unknown>): Shown {
  return { day: isDay(day) ? day : undefined, view: VIEWS.find((it) => it === view) }
}

interface AgendaPageProps {
  shown: Shown
  /** What an owner may do about the data of whom a visit was booked for. */
  acts?: ((booking: Booking) => ReactNode) | undefined
  onShow: (shown: Shown) => void
}

/** What is booked, by day, by week or as a list. */
export function AgendaPage({ shown, acts, onShow }: AgendaPageProps) {
  const words = useWords(agendaWords)
  const { data: settings, isError, isFetching, refetch } = useQuery(settingsQuery)
  return (
    <div className={classes.page}>
      <title>{`${words.title} · Accueil`}</title>
      {settings ? (
        <Agenda zone={settings.timeZone} shown={shown} acts={acts} onShow={onShow} />
      ) : isError ? (
        <Broken isBusy={isFetching} onRetry={() => void refetch()} />
      ) : (
        <Pending />
      )}
    </div>
  )
}

function Agenda({ zone, shown, acts, onShow }: AgendaPageProps & { zone: string }) {
  const words = useWords(agendaWords)
  const now = useNow()
  const here = today(zone, now)
  const { day = here } = shown
  const isNarrow = useMediaQuery('(max-width: 719px)')
  const views = isNarrow ? NARROW : VIEWS
  // Seven columns are too narrow for a phone, which has the list of the week.
  const view = isNarrow && shown.view === 'week' ? 'list' : (shown.view ?? 'day')
  const week = weekOf(day)
  // Days of a week are asked for together, so that going from one to the next waits for nothing.
  const bookings = useQuery(bookingsQuery(week[0] ?? day, week[6] ?? day, zone))
  const busy = useQuery(busyQuery(week[0] ?? day, week[6] ?? day, zone))
  const hours = useQuery(hoursQuery)
  const [opened, setOpened] = useState<string>()
  const [isAdding, setIsAdding] = useState<{ day: string; time: string }>()
  const [said, setSaid] = useState<string>()
  const step = view === 'day' ? 1 : 7
  const booking = bookings.data?.find(({ id }) => id === opened)

  function done(what: string): void {
    setSaid(what)
    setOpened(undefined)
    setIsAdding(undefined)
  }

  const days = view === 'day' ? [day] : week
  return (
    <>
      <header className={classes.head}>
        <div className={classes.line}>
          <h1 className={classes.title}>{words.title}</h1>
          <Button
            size="md"
            radius="lg"
            className={classes.add}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setIsAdding({ day: day < here ? here : day, time: '' })}
          >
            {words.add}
          </Button>
        </div>
        <div className={classes.line}>
          <div className={classes.steps}>
            <button
              type="button"
              className={classes.step}
              aria-label={words.before}
              onClick={() => onShow({ day: plusDays(day, -step), view })}
            >
              <IconChevronLeft size={22} aria-hidden />
            </button>
            <button
              type="button"
              className={classes.step}
              aria-label={words.after}
              onClick={() => onShow({ day: plusDays(day, step), view })}
            >
              <IconChevronRight size={22} aria-hidden />
            </button>
            <Button variant="default" size="md" radius="lg" onClick={() => onShow({ view })}>
              {words.today}
            </Button>
          </div>
          <h2 className={classes.when} aria-live="polite">
            {view === 'day' ? dayInWords(day, words.locale, LONG) : weekInWords(week, words.locale)}
          </h2>
          <SegmentedControl
            aria-label={words.view}
            size="md"
            radius="lg"
            value={view}
            data={views.map((it) => ({ value: it, label: words.views[it] }))}
            onChange={(chosen) => onShow({ day, view: chosen })}
          />
        </div>
        {view === 'day' && <DayStrip week={week} day={day} here={here} onDay={(it) => onShow({ day: it, view })} />}
        <p className={classes.said} role="status">
          {said}
        </p>
      </header>
      {bookings.isPending ? (
        <Pending />
      ) : !bookings.data ? (
        <Broken isBusy={bookings.isFetching} onRetry={() => void bookings.refetch()} />
      ) : view === 'list' ? (
        <BookingList days={week} bookings={bookings.data} zone={zone} here={here} onOpen={setOpened} />
      ) : (
        <TimeGrid
          days={days}
          bookings={bookings.data}
          busy={busy.data?.items ?? NOTHING}
          hours={hours.data}
          zone={zone}
          here={here}
          now={now}
          onOpen={setOpened}
          onFree={(free, time) => setIsAdding({ day: free, time })}
          onDay={(it) => onShow({ day: it, view: 'day' })}
        />
      )}
      {booking && (
        <BookingDetails
          key={booking.id}
          booking={booking}
          zone={zone}
          acts={acts?.(booking)}
          onClose={() => setOpened(undefined)}
          onDone={done}
        />
      )}
      {isAdding && <BookingForm start={isAdding} zone={zone} onClose={() => setIsAdding(undefined)} onDone={done} />}
    </>
  )
}

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

function weekInWords(week: string[], locale: string): string {
  const [first = '', last = ''] = [week[0], week[6]]
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7)
  const from = dayInWords(first, locale, { day: 'numeric', ...(isOneMonth ? {} : { month: 'long' }) })
  return `${from} – ${dayInWords(last, locale, { day: 'numeric', month: 'long', year: 'numeric' })}`
}

function DayStrip({
  week,
  day,
  here,
  onDay,
}: {
  week: string[]
  day: string
  here: string
  onDay: (day: string) => void
}) {
  const words = useWords(agendaWords)
  return (
    <ul className={classes.strip} aria-label={words.days}>
      {week.map((it) => (
        <li key={it}>
          <button
            type="button"
            aria-current={it === day ? 'date' : undefined}
            aria-label={dayInWords(it, words.locale, LONG)}
            data-here={it === here || undefined}
            onClick={() => onDay(it)}
          >
            <small aria-hidden>{dayInWords(it, words.locale, { weekday: 'short' })}</small>
            <span aria-hidden>{Number(it.slice(8))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Pending() {
  const words = useWords(agendaWords)
  return (
    <div className={classes.card} role="status" aria-label={words.pending}>
      {[64, 88, 52, 76].map((height) => (
        <Skeleton key={height} height={height} radius="lg" mb={12} />
      ))}
    </div>
  )
}

function Broken({ isBusy, onRetry }: { isBusy: boolean; onRetry: () => void }) {
  const words = useWords(agendaWords)
  return (
    <div className={classes.card}>
      <ErrorPicture {...words.error} icon={<IconCalendar size={34} />} onRetry={onRetry} busy={isBusy} />
    </div>
  )
}
