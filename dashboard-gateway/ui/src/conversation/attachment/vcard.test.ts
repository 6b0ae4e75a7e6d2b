import { describe, expect, it } from 'vitest'
import { VCARDS } from '../../testing/hostile'
import { readVcards } from './vcard'

describe('a shared contact', () => {
  it('is read for name, house and numbers, as telephones write it', () => {
    const card =
      'BEGIN:VCARD\nVERSION:3.0\nN:Moreau;Nadège;;;\nFN:Nadège Moreau\nORG:Fleurs et Jardins\\, Rennes;\nitem1.TEL;waid=33639980099:+33 6 39 98 00 99\n' +
      'item1.X-ABLabel:Portable\nTEL;TYPE=WORK:01 99 00 12 34\nEMAIL:nadege@fleurs.example\nEND:VCARD\n'

    expect(readVcards(card)).toEqual([
      {
        name: 'Nadège Moreau',
        organization: 'Fleurs et Jardins, Rennes',
        phones: ['+33 6 39 98 00 99', '01 99 00 12 34'],
        emails: ['nadege@fleurs.example'],
      },
    ])
  })

  it('has the name of its parts when no other is written, and old telephones’ letters', () => {
    expect(
      readVcards('BEGIN:VCARD\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Marie\r\nTEL:1\r\nEND:VCARD')[0]
        ?.name,
    ).toBe('Marie Lefèvre')
    expect(readVcards(VCARDS.folded)[0]?.name).toBe('Paul Girard')
  })

  it.each(Object.entries(VCARDS))('is read to its end in no time whatever it says: %s', (_, card) => {
    const contacts = readVcards(card)

    expect(contacts.length).toBeLessThanOrEqual(20)
    for (const { phones, emails } of contacts) expect(phones.length + emails.length).toBeLessThanOrEqual(20)
  })

  it('is none without anything to know', () => {
    expect(readVcards(VCARDS.nothing)).toEqual([])
    expect(readVcards('BEGIN:VCARD\nEND:VCARD')).toEqual([])
  })
})
