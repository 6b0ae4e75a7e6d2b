import { describe, expect, it } from 'vitest'
import type { ServiceOffer, Suggestions } from '../../lib/api-types'
import {
  fromOffer,
  mistakesOf,
  ownOffer,
  settled,
  taskOf,
  ticked,
  toCents,
  toOffers,
  toPrice,
  underneath,
} from './offer'

const saved: ServiceOffer = {
  id: 'facial',
  name: 'Soin du visage',
  synonyms: [],
  durationMinutes: 60,
  bufferMinutes: 10,
  priceCents: 6550,
  priceFrom: false,
  bookable: true,
  position: 0,
  version: 4,
}
const suggestions: Suggestions = {
  services: [
    { name: 'Soin du visage', synonyms: [], bufferMinutes: 0, durationMinutes: 45, priceFrom: false },
    {
      name: 'Couleur',
      synonyms: ['teinture'],
      bufferMinutes: 5,
      durationMinutes: 90,
      priceCents: 5500,
      priceFrom: true,
    },
  ],
  week: [],
  holidayRegion: 'METROPOLE',
}
const words = { name: 'Nom', twice: 'Double', duration: 'Durée', price: 'Prix' }

describe('services', () => {
  const [facial, colour] = toOffers([saved], suggestions)

  it('are what is saved, ticked, then what the trade has beside it', () => {
    expect([facial, colour].map((it) => [it?.name, it?.isChosen])).toEqual([
      ['Soin du visage', true],
      ['Couleur', false],
    ])
  })

  it('are added, changed and removed only where something was typed', () => {
    expect(taskOf(facial!)).toBe('none')
    expect(taskOf({ ...facial!, price: '70' })).toBe('change')
    expect(taskOf({ ...facial!, isChosen: false })).toBe('remove')
    expect(taskOf(colour!)).toBe('none')
    expect(taskOf(ticked(colour!, true, 'key'))).toBe('add')
  })

  it('keep the key under which they are first sent', () => {
    const once = ticked(ticked(ticked(colour!, true, 'first'), false, 'second'), true, 'third')

    expect(once.once).toBe('first')
  })

  it('are done once they are saved', () => {
    const added = settled(ticked(colour!, true, 'key'), {
      ...fromOffer(colour!),
      id: 'colour',
      position: 1,
      version: 1,
    })

    expect(taskOf(added)).toBe('none')
  })

  it('keep what was typed over what somebody else saved', () => {
    const mine = { ...facial!, price: '70' }
    const theirs = { ...saved, durationMinutes: 75, version: 5 }

    const [both] = underneath([mine], [theirs])
    expect(both).toMatchObject({ price: '70', saved: { version: 5 } })
    expect(taskOf(both!)).toBe('change')
    expect(underneath([facial!], [theirs])[0]).toMatchObject({ duration: '75', saved: { version: 5 } })
    expect(underneath([facial!], [])[0]).toMatchObject({ isChosen: false, saved: undefined })
    expect(underneath([], [theirs])).toHaveLength(1)
  })

  it('say what is wrong at their own row', () => {
    const own = { ...ownOffer('own'), name: ' soin du visage ', duration: '2', price: 'cher' }

    expect(mistakesOf([facial!, own, colour!], words)).toEqual([
      { field: 'own.name', message: 'Double' },
      { field: 'own.durationMinutes', message: 'Durée' },
      { field: 'own.priceCents', message: 'Prix' },
    ])
  })

  it.each([
    ['35', 3500],
    ['35,5', 3550],
    [' 1 200,00 € ', 120_000],
    ['', undefined],
    ['-3', undefined],
    ['3,456', undefined],
  ])('read the price %s', (typed, cents) => expect(toCents(typed)).toBe(cents))

  it('write a price as one types it', () => {
    expect([toPrice(3500), toPrice(3550), toPrice(undefined)]).toEqual(['35', '35,50', ''])
  })
})
