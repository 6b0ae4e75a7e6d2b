import type { Booking } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { agendaWords } from './agenda.words'
import { dayInWords, dayOf, timeOf } from './days'

/** "mardi 24 novembre, de 10:30 à 11:15" */
export function useSpokenTime({ start, end }: Booking, zone: string): string {
  const { locale, at } = useWords(agendaWords)
  const day = dayInWords(dayOf(start, zone), locale, { weekday: 'long', day: 'numeric', month: 'long' })
  return at(day, timeOf(start, zone), timeOf(end, zone))
}
