import { h, icon } from './dom.js'

const TALLEST = 110
const MEGABYTE = 1024 * 1024

/** The line at the bottom: text, a photo, a place. */
export function composer(name, onMessage) {
  const text = h('textarea.text', { rows: '1', placeholder: 'Message', 'aria-label': `Message de ${name}`, maxlength: '4096', enterkeyhint: 'send' })
  const sendButton = h('button.send', { type: 'submit', 'aria-label': 'Envoyer' }, icon('send'))
  const file = h('input', { type: 'file', accept: 'image/jpeg,image/png', hidden: true })
  const attach = h('details.attach', {}, h('summary', { 'aria-label': 'Joindre' }, icon('plus')), h(
    '.attach-menu',
    {},
    h('button', { type: 'button', onclick: () => { attach.open = false; file.click() } }, icon('photo'), 'Photo'),
    h('button', { type: 'button', onclick: () => { attach.open = false; onMessage(HOME) } }, icon('place'), 'Position'),
  ))

  const fit = () => {
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight, TALLEST)}px`
    element.classList.toggle('has-text', text.value.trim() !== '')
  }
  const send = () => {
    const body = text.value.trim()
    if (body === '') return
    text.value = ''
    fit()
    onMessage({ body })
  }

  const element = h('form.composer', { onsubmit: (event) => { event.preventDefault(); send() } }, attach, h('.field', {}, text), file, sendButton)
  text.addEventListener('input', fit)
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      send()
    }
  })
  file.addEventListener('change', async () => {
    const [chosen] = file.files
    file.value = ''
    if (chosen && chosen.size <= 5 * MEGABYTE) onMessage({ media: [{ contentType: chosen.type, bytes: await toBase64(chosen) }] })
  })
  return { element }
}

const HOME = {
  fields: { Latitude: '47.471100', Longitude: '-0.551800', Label: 'Chez moi', Address: '12 rue Bressigny, 49100 Angers' },
}

function toBase64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
