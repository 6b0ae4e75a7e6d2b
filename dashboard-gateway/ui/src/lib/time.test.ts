import { describe, expect, it } from 'vitest'
import { toDay, toShortMoment } from './time'

const now = new Date(2026, 10, 22, 9, 0)
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

describe('saying when', () => {
  it.each([
    [at(2026, 10, 22, 8, 5), '08:05'],
    [at(2026, 10, 21, 23, 59), 'hier'],
    [at(2026, 10, 18, 12, 0), 'mercredi'],
    [at(2026, 10, 3, 12, 0), '3 nov.'],
    [at(2025, 10, 3, 12, 0), '3 nov. 2025'],
  ])('says %s shortly as %s', (moment, said) => {
    expect(toShortMoment(moment, now, 'fr')).toBe(said)
  })

  it('names the days between messages', () => {
    expect(toDay(at(2026, 10, 22, 8, 5), now, 'fr')).toBe("Aujourd'hui")
    expect(toDay(at(2026, 10, 21, 23, 59), now, 'fr')).toBe('Hier')
    expect(toDay(at(2026, 10, 3, 12, 0), now, 'fr')).toBe('mardi 3 novembre')
  })
})
