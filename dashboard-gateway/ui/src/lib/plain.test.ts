import { describe, expect, it } from 'vitest'
import { ADDRESSES, FILE_NAMES, NAMES } from '../testing/hostile'
import { toDialled, toPlainFileName, toPlainName, toWebAddress } from './plain'

describe('names from outside', () => {
  it('stay as they are when they are names', () => {
    for (const name of ['Marie Lefèvre', 'محمد', 'Jörg 👩‍🔧', 'O’Brien', '李小龍']) expect(toPlainName(name)).toBe(name)
  })

  it.each(Object.entries(NAMES))('fit on one short line without tricks: %s', (_, name) => {
    const shown = toPlainName(name) ?? ''

    expect(shown.length).toBeLessThanOrEqual(80)
    expect(shown).not.toMatch(/[\u0000-\u001f\u200b\u202a-\u202e\u2066-\u2069\ufeff\u2028]/)
  })

  it('are none when nothing of them can be seen', () => {
    expect(toPlainName(NAMES.unseen)).toBeUndefined()
    expect(toPlainName(undefined)).toBeUndefined()
  })

  it('are cut between what a reader takes for letters', () => {
    expect(toPlainName(NAMES.emoji)).toMatch(/^(👩‍👩‍👧‍👦)+…$/u)
  })
})

describe('file names from outside', () => {
  it('end with their real ending', () => {
    expect(toPlainFileName(FILE_NAMES.turnedAround)).toBe('facturefdp.exe')
    expect(toPlainFileName(FILE_NAMES.long)).toMatch(/^devis .*….pdf$/)
  })

  it.each(Object.entries(FILE_NAMES))('are no way to another folder nor another line: %s', (_, name) => {
    expect(toPlainFileName(name)).not.toMatch(/[/\\\r\n<>":]/)
    expect(toPlainFileName(name)?.length).toBeLessThanOrEqual(120)
  })
})

it.each(Object.entries(ADDRESSES))('an address that a link must not follow is none: %s', (_, address) => {
  expect(toWebAddress(address)).toBeUndefined()
  expect(toDialled(address)).toBeUndefined()
})

it('what is an address or a number stays one', () => {
  expect(toWebAddress('https://fb.me/2aBcDeF')).toBe('https://fb.me/2aBcDeF')
  expect(toDialled('+33 6 39.98 (00)-12')).toBe('tel:+33639980012')
})
