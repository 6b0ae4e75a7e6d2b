import { toPlainName } from '../../lib/plain'

/** Somebody whom a customer recommends, as far as one needs to know them. */
export interface SharedContact {
  name: string | undefined
  organization: string | undefined
  phones: string[]
  emails: string[]
}

const LONGEST = 256 * 1024
const MOST_CONTACTS = 20
const MOST_NUMBERS = 10

/** Reads what a telephone calls a vCard (RFC 6350, and its elders) for names and numbers; everything else in it stays unread. */
export function readVcards(text: string): SharedContact[] {
  const contacts: SharedContact[] = []
  let card: SharedContact | undefined
  for (const { name, parameters, value } of text
    .slice(0, LONGEST)
    .split(/\r?\n(?![ \t])/)
    .flatMap(toProperty)) {
    if (name === 'BEGIN') card = { name: undefined, organization: undefined, phones: [], emails: [] }
    else if (name === 'END') {
      if (card && (card.name ?? card.phones[0] ?? card.emails[0])) contacts.push(card)
      card = undefined
      if (contacts.length === MOST_CONTACTS) break
    } else if (card) fill(card, name, decoded(value, parameters))
  }
  return contacts
}

interface Property {
  name: string
  parameters: string
  value: string
}

function toProperty(line: string): Property[] {
  const unfolded = line.replace(/\r?\n[ \t]/g, '')
  const found = /^(?:[\w-]+\.)?([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/s.exec(unfolded)
  const [, name = '', parameters = '', value = ''] = found ?? []
  return found ? [{ name: name.toUpperCase(), parameters: parameters.toUpperCase(), value }] : []
}

function fill(card: SharedContact, name: string, value: string): void {
  const text = toPlainName(unescaped(value))
  if (text === undefined) return
  if (name === 'FN') card.name = text
  if (name === 'N' && card.name === undefined) card.name = toPlainName(inSpokenOrder(value))
  if (name === 'ORG') card.organization = toPlainName(unescaped(value.replace(/;+$/, '').replaceAll(';', ', ')))
  if (name === 'TEL' && card.phones.length < MOST_NUMBERS) card.phones.push(text.replace(/^tel:/i, ''))
  if (name === 'EMAIL' && card.emails.length < MOST_NUMBERS) card.emails.push(text)
}

/** Written as "family;given;…". */
function inSpokenOrder(value: string): string {
  const [family = '', given = ''] = value.split(/(?<!\\);/).map(unescaped)
  return `${given} ${family}`
}

function unescaped(value: string): string {
  return value.replace(/\\n/gi, ' ').replace(/\\([,;:\\])/g, '$1')
}

function decoded(value: string, parameters: string): string {
  if (!parameters.includes('QUOTED-PRINTABLE')) return value
  const bytes = value.replace(/=\r?\n/g, '').replace(/[^ -~]/g, '?')
  const octets = [...bytes.matchAll(/=([0-9A-Fa-f]{2})|([^])/g)].map(([, hex, sign]) =>
    hex === undefined ? (sign ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
  return new TextDecoder().decode(Uint8Array.from(octets))
}
