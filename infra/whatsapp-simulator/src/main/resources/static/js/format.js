import { h } from './dom.js'

const ZONE = 'Europe/Paris'
const clockFormat = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: ZONE })
const dayKeyFormat = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'short', timeZone: ZONE })
const dayFormat = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: ZONE })
const DAY = 24 * 3600 * 1000

let ahead = 0

/** The simulator's clock can be moved; the page follows it. */
export function setClock(now) {
  ahead = Date.parse(now) - Date.now()
}

export const now = () => Date.now() + ahead
export const clock = (time) => clockFormat.format(time)
export const dayKey = (time) => dayKeyFormat.format(time)

export function dayName(time) {
  const key = dayKey(time)
  if (key === dayKey(now())) return 'Aujourd’hui'
  if (key === dayKey(now() - DAY)) return 'Hier'
  const name = dayFormat.format(time)
  return name[0].toUpperCase() + name.slice(1)
}

/** `whatsapp:+33639980012` as people write it. */
export function phoneNumber(address) {
  const plain = address.replace(/^whatsapp:/, '')
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(plain)
  if (french) return `+33 ${french.slice(1).join(' ')}`
  return plain.startsWith('+') ? plain : 'numéro masqué'
}

const MARKUP = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)»])|```([^`]+)```|(?<![\p{L}\d])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\d])|(?<![\p{L}\d])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\d])|(?<![\p{L}\d])~(\S(?:[^~\n]*\S)?)~(?![\p{L}\d])/gu

/** WhatsApp's own marks: *gras*, _italique_, ~barré~, ```chasse fixe```, and links. */
export function richText(text) {
  const parts = []
  let end = 0
  for (const match of text.matchAll(MARKUP)) {
    parts.push(text.slice(end, match.index))
    const [whole, link, code, bold, italic, struck] = match
    if (link) parts.push(h('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link))
    else if (code) parts.push(h('code', {}, code))
    else if (bold) parts.push(h('strong', {}, ...richText(bold)))
    else if (italic) parts.push(h('em', {}, ...richText(italic)))
    else if (struck) parts.push(h('s', {}, ...richText(struck)))
    end = match.index + whole.length
  }
  parts.push(text.slice(end))
  return parts.filter((part) => part !== '')
}

/** Emoji alone are shown large, as on a real phone. */
export function isOnlyEmoji(text) {
  return /^(\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*){1,3}$/u.test(text.trim())
}
