import { h, icon, ticks } from './dom.js'
import { clock, isOnlyEmoji, richText } from './format.js'

/** The picture of one message. */
export function bubble(message, onRetry) {
  const mine = message.from === 'customer'
  const large = message.type === 'text' && isOnlyEmoji(message.body)
  return h(
    `li.bubble.${mine ? 'mine' : 'theirs'}`,
    { 'data-sid': message.sid, 'data-large': large, 'data-progress': message.progress },
    h(
      '.bubble-body',
      {},
      ...message.media.map(picture),
      message.type === 'location' && place(message.fields),
      message.contentSid && h('p.template', {}, 'Modèle WhatsApp ', h('code', {}, message.contentSid.slice(0, 10)), '…'),
      message.body !== '' && h('p.words', { dir: 'auto' }, ...richText(message.body)),
      h('span.meta', {}, h('time', { datetime: message.at }, clock(Date.parse(message.at))), mine && progress(message)),
    ),
    message.progress === 'lost' && lost(onRetry),
  )
}

function progress(message) {
  switch (message.progress) {
    case 'posting':
      return ticks(1, 'Envoyé')
    case 'posted':
      return ticks(2, 'Distribué')
    case 'read':
      return ticks(2, 'Lu')
    case 'lost':
      return icon('warn', 'Non distribué')
    default:
      return null
  }
}

function lost(onRetry) {
  return h('button.retry', { type: 'button', onclick: onRetry }, 'Non distribué. ', h('u', {}, 'Renvoyer'))
}

function picture(media) {
  if (media.contentType.startsWith('audio/')) return h('audio.sound', { controls: true, src: media.src })
  if (media.contentType.startsWith('image/') || media.contentType === 'application/octet-stream') {
    return h('img.picture', { src: media.src, alt: 'Photo', loading: 'lazy' })
  }
  return h('p.template', {}, 'Pièce jointe ', h('code', {}, media.contentType))
}

function place(fields) {
  return h(
    '.place',
    {},
    h('.map', { 'aria-hidden': 'true' }, icon('place')),
    h('p', {}, h('strong', {}, fields.Label ?? 'Position'), h('span', {}, fields.Address ?? `${fields.Latitude}, ${fields.Longitude}`)),
  )
}

/** Three dots that breathe. */
export function typingBubble() {
  return h('li.bubble.theirs.typing', { 'aria-label': 'écrit…' }, h('.bubble-body', {}, h('i'), h('i'), h('i')))
}

export function dayMark(name) {
  return h('li.mark.day', {}, h('span', {}, name))
}

export function note(text) {
  return h('li.mark.note', {}, h('span', {}, text))
}
