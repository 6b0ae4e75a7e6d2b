import { expect, it } from 'vitest'
import { toFilled, toPieces, toText } from './template-text'

it('reads with what was filled in, each place as often as it stands', () => {
  expect(toText('Bonjour {{1}}, {{ 2 }} et {{1}}.', { '1': 'Marie', '2': 'samedi' })).toBe(
    'Bonjour Marie, samedi et Marie.',
  )
})

it('shows a place that is still empty', () => {
  expect(toPieces('Bonjour {{nom}} !', {})).toEqual([
    { words: 'Bonjour ' },
    { variable: 'nom', filled: '' },
    { words: ' !' },
  ])
  expect(toText('Bonjour {{nom}}', {})).toBe('Bonjour {{nom}}')
})

it('does not look for places in what was filled in', () => {
  expect(toText('{{1}} {{2}}', { '1': '{{2}} $& $1', '2': 'x' })).toBe('{{2}} $& $1 x')
})

it('knows no variable but its own', () => {
  expect(toText('{{constructor}} {{toString}}', {})).toMatch(/^\{\{constructor\}\} \{\{toString\}\}$/)
})

it('fills in one line, as WhatsApp wants it', () => {
  expect(toFilled('  lundi\n\t     14 h ')).toBe('lundi 14 h')
})
