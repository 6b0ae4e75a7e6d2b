import { describe, expect, it } from 'vitest'
import { golden } from '../../testing/golden'
import {
  appliedToOthers,
  changed,
  closed,
  mistakeOf,
  mistakesOf,
  opened,
  timesWith,
  toDays,
  toSaid,
  toWeek,
  withBreak,
  withoutBreak,
} from './week'

const words = { order: 'Ordre', overlap: 'Chevauchement' }
const week = toWeek([
  { day: 'TUESDAY', periods: ['09:30-12:30', '14:00-19:00'] },
  { day: 'SATURDAY', periods: ['09:00-17:00'] },
])

describe('a week', () => {
  it('is read and written as the contract has it', () => {
    const { data } = golden('hours-saved') as { data: { week: Parameters<typeof toWeek>[0] } }

    expect(toDays(toWeek(data.week))).toEqual(data.week)
    expect(toWeek(data.week).MONDAY).toEqual([])
  })

  it('opens a day as the open one before it', () => {
    expect(opened(week, 'WEDNESDAY').WEDNESDAY).toEqual(week.TUESDAY)
    expect(opened(week, 'MONDAY').MONDAY).toEqual(week.TUESDAY)
    expect(opened(toWeek([]), 'MONDAY').MONDAY).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '19:00' },
    ])
    expect(toDays(closed(week, 'TUESDAY'))).toHaveLength(1)
  })

  it('takes a break in the middle, and gives it back', () => {
    const broken = withBreak(week, 'SATURDAY')

    expect(broken.SATURDAY).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ])
    expect(withoutBreak(broken, 'SATURDAY')).toEqual(week)
  })

  it('has room for a second period after a short one', () => {
    const evening = withBreak(changed(week, 'SATURDAY', 0, { from: '08:00', to: '11:00' }), 'SATURDAY')

    expect(evening.SATURDAY[1]).toEqual({ from: '12:00', to: '14:00' })
    expect(mistakesOf(evening, words)).toEqual([])
  })

  it('is applied from one day to the other open ones alone', () => {
    const { week: next, days } = appliedToOthers(week, 'SATURDAY')

    expect(days).toEqual(['TUESDAY'])
    expect(next.TUESDAY).toEqual(week.SATURDAY)
    expect(next.MONDAY).toEqual([])
  })

  it('says what cannot be, at the field that the API would name', () => {
    const turned = changed(week, 'SATURDAY', 0, { to: '08:00' })
    const overlapping = changed(week, 'TUESDAY', 1, { from: '12:00' })

    expect(mistakesOf(turned, words)).toEqual([{ field: 'week[1].periods[0]', message: 'Ordre' }])
    expect(mistakesOf(overlapping, words)).toEqual([{ field: 'week[0].periods[1]', message: 'Chevauchement' }])
    expect(mistakeOf(turned, 'SATURDAY', mistakesOf(turned, words))).toEqual({ message: 'Ordre', period: 0 })
    expect(mistakeOf(turned, 'TUESDAY', mistakesOf(turned, words))).toBeUndefined()
    expect(mistakeOf(turned, 'SUNDAY', [{ field: 'week[1]', message: 'Autre' }])).toBeUndefined()
  })

  it('offers quarters of an hour, and a time that is none if it is chosen', () => {
    expect(timesWith('09:00', false)).toHaveLength(96)
    expect(timesWith('09:00', false)[0]).toBe('00:00')
    expect(timesWith('24:00', true).at(-1)).toBe('24:00')
    expect(timesWith('09:10', false)).toContain('09:10')
    expect(toSaid('09:30')).toBe('9h30')
  })
})
