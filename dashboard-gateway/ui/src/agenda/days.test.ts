import { describe, expect, it } from 'vitest'
import type { Booking } from '../lib/api-types'
import { dayInWords, dayOf, hoursShown, isDay, openingsOf, place, plusDays, timeOf, toInstant, weekOf } from './days'

const PARIS = 'Europe/Paris'

const booking = (id: string, start: string, end: string): Booking => ({
  id,
  start: toInstant('2026-11-24', start, PARIS),
  end: toInstant('2026-11-24', end, PARIS),
  customerName: id,
  services: [],
  status: 'booked',
  byAssistant: true,
  createdAt: '2026-11-20T09:00:00Z',
  version: 1,
})

describe('days as the business reads them', () => {
  it.each([
    ['2026-11-24', '10:30', PARIS, '2026-11-24T09:30:00Z'],
    ['2026-07-14', '10:30', PARIS, '2026-07-14T08:30:00Z'],
    ['2026-11-24', '10:30', 'Indian/Reunion', '2026-11-24T06:30:00Z'],
    // The night on which clocks leave out an hour.
    ['2026-03-29', '02:30', PARIS, '2026-03-29T01:30:00Z'],
    // And the one on which they show it twice: the first.
    ['2026-10-25', '02:30', PARIS, '2026-10-25T00:30:00Z'],
  ])('%s at %s in %s is %s', (day, time, zone, instant) => {
    expect(toInstant(day, time, zone)).toBe(instant)
  })

  it('know what day it is there', () => {
    expect(dayOf('2026-11-23T23:30:00Z', PARIS)).toBe('2026-11-24')
    expect(timeOf('2026-11-23T23:30:00Z', PARIS)).toBe('00:30')
    expect(dayOf('2026-11-23T23:30:00Z', 'America/Martinique')).toBe('2026-11-23')
  })

  it('make weeks from Monday to Sunday, over the ends of months and years', () => {
    expect(weekOf('2027-01-01')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(dayInWords('2026-11-24', 'fr-FR', { weekday: 'long', day: 'numeric', month: 'long' })).toBe(
      'mardi 24 novembre',
    )
  })

  it.each(['2026-02-30', '2026-13-01', '24/11/2026', '', undefined, 3])('do not take %s for one', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('are open as the week says, but for exceptions', () => {
    const week = [{ day: 'TUESDAY' as const, periods: ['09:00-12:00', '14:00-24:00'] }]
    const exception = (open: boolean, period: string) => ({
      from: '2026-11-24',
      to: '2026-11-24',
      label: '',
      open,
      period,
    })
    const on = (day: string, exceptions: ReturnType<typeof exception>[]) =>
      openingsOf(day, { week, exceptions }).map(({ from, to }) => `${from}-${to}`)

    expect(on('2026-11-24', [])).toEqual(['540-720', '840-1440'])
    expect(on('2026-11-25', [])).toEqual([])
    expect(on('2026-11-24', [exception(false, '11:00-15:00')])).toEqual(['540-660', '900-1440'])
    expect(on('2026-11-24', [exception(false, '00:00-24:00')])).toEqual([])
    expect(on('2026-11-24', [exception(true, '07:00-08:00')])).toEqual(['420-480', '540-720', '840-1440'])
    expect(on('2026-12-01', [exception(false, '00:00-24:00')])).toEqual(['540-720', '840-1440'])
  })

  it('show whole hours, and something even when they are closed', () => {
    expect(hoursShown([{ from: 570, to: 1110 }])).toEqual({ from: 540, to: 1140 })
    expect(hoursShown([])).toEqual({ from: 480, to: 1140 })
  })

  it('place what overlaps beside each other, and the rest alone', () => {
    const placed = place(
      [
        booking('c', '10:30', '11:30'),
        booking('a', '09:00', '10:00'),
        booking('b', '10:00', '11:00'),
        booking('d', '11:00', '12:00'),
        booking('e', '14:00', '15:00'),
      ],
      '2026-11-24',
      PARIS,
    )

    expect(placed.map(({ booking: { id }, lane, lanes }) => `${id} ${lane}/${lanes}`)).toEqual([
      'a 0/1',
      'b 0/2',
      'c 1/2',
      'd 0/2',
      'e 0/1',
    ])
    expect(place([booking('a', '09:00', '10:00')], '2026-11-25', PARIS)).toEqual([])
  })
})
