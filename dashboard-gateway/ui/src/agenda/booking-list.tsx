import { IconCalendar } from '@tabler/icons-react'
import type { Booking } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { EmptyPicture } from '../ui/pictures'
import { agendaWords } from './agenda.words'
import { dayInWords, dayOf, timeOf } from './days'
import classes from './agenda.module.css'

interface BookingListProps {
  days: string[]
  bookings: Booking[]
  zone: string
  here: string
  onOpen: (booking: string) => void
}

/** A week's bookings below each other, day by day, those that were cancelled too. */
export function BookingList({ days, bookings, zone, here, onOpen }: BookingListProps) {
  const words = useWords(agendaWords)
  if (bookings.length === 0)
    return (
      <div className={classes.card}>
        <EmptyPicture title={words.none.week} text={words.noneText} icon={<IconCalendar size={34} />} />
      </div>
    )
  return (
    <div className={classes.rows}>
      {days.map((day) => {
        const those = bookings.filter(({ start }) => dayOf(start, zone) === day)
        if (those.length === 0) return null
        const title = dayInWords(day, words.locale, { weekday: 'long', day: 'numeric', month: 'long' })
        return (
          <section key={day} aria-label={title}>
            <h3 className={classes.day} data-here={day === here || undefined}>
              {title}
            </h3>
            <ul className={classes.list}>
              {those.map((booking) => (
                <li key={booking.id}>
                  <button
                    type="button"
                    className={classes.row}
                    data-cancelled={booking.status === 'cancelled' || undefined}
                    onClick={() => onOpen(booking.id)}
                  >
                    <span className={classes.time}>
                      {timeOf(booking.start, zone)}
                      <small>{timeOf(booking.end, zone)}</small>
                    </span>
                    <span className={classes.what}>
                      <strong>{booking.customerName}</strong>
                      <span>{booking.services.map(({ name }) => name).join(' + ')}</span>
                      {booking.practitioner && <small>{words.withWhom(booking.practitioner.name)}</small>}
                    </span>
                    {booking.status === 'cancelled' && <span className={classes.mark}>{words.cancelled}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
