import { look, lookAway, loadChat, write } from './api.js'
import { bubble, dayMark, note, typingBubble } from './bubbles.js'
import { composer } from './composer.js'
import { avatar, h, icon } from './dom.js'
import { clock, dayKey, dayName, now, phoneNumber } from './format.js'

const SIGNS = { beauty: 'flower', services: 'drop' }
const CLOSE_TO_END = 120

export const signOf = (business) => SIGNS[business.vertical] ?? 'shop'

/** One customer's phone, with the chat of one business open. */
export class Phone {
  #messages = new Map()
  #typingUntil = 0
  #windowUntil = Infinity
  #business = null
  #shownTyping = null
  #stuck = true

  constructor(customer, colour, { onPutAway, onProblem }) {
    this.customer = customer
    this.colour = colour
    this.onProblem = onProblem
    this.list = h('ol.chat', { 'aria-live': 'polite', tabindex: '0' })
    this.list.addEventListener('scroll', () => { this.#stuck = this.#isAtEnd() })
    this.list.addEventListener('load', () => { if (this.#stuck) this.scrollToEnd() }, true)
    this.time = h('time.bar-time')
    this.header = h('.chat-header')
    this.state = h('span.chat-state')
    this.chips = h('.chips', { 'aria-label': 'Exemples de messages' })
    this.composer = composer(customer.name, (message) => this.write(message))
    this.element = h(
      'section.seat',
      { 'aria-label': `Téléphone de ${customer.name}`, 'data-phone': customer.address },
      this.#caption(onPutAway),
      h(
        '.phone',
        {},
        h(
          '.screen',
          {},
          h('.bar', { 'aria-hidden': 'true' }, this.time, h('span.island'), h('span.bar-signs', {}, h('i.signal'), h('i.battery'))),
          this.header,
          this.list,
          this.chips,
          this.composer.element,
        ),
      ),
    )
  }

  #caption(onPutAway) {
    return h(
      '.caption',
      {},
      avatar(this.customer.name, this.colour),
      h('div', {}, h('strong', {}, this.customer.name), h('span', {}, phoneNumber(this.customer.address))),
      h('button.put-away', { type: 'button', title: 'Ranger ce téléphone', 'aria-label': `Ranger le téléphone de ${this.customer.name}`, onclick: onPutAway }, icon('close')),
    )
  }

  /** Opens the chat of another business. */
  async open(business) {
    if (this.#business && this.#business !== business) this.lookAway()
    this.#business = business
    this.#messages.clear()
    this.header.replaceChildren(...this.#headerParts(business))
    this.chips.replaceChildren(...business.suggestions.map((text) => this.#chip(text)))
    const chat = await loadChat(this.customer.address, business.address)
    if (this.#business !== business) return
    chat.messages.forEach((message) => this.#messages.set(message.sid, message))
    this.#setTimes(chat)
    this.#draw()
    this.scrollToEnd()
  }

  #headerParts(business) {
    return [
      h('span.back', { 'aria-hidden': 'true' }, icon('back')),
      avatar(business.name, business.vertical, signOf(business)),
      h('.chat-title', {}, h('strong', {}, business.name), this.state),
      h('span.chat-actions', { 'aria-hidden': 'true' }, icon('video'), icon('call')),
    ]
  }

  #chip(text) {
    return h('button.chip', { type: 'button', onclick: () => this.write({ body: text }) }, text)
  }

  async write(message) {
    try {
      await write(this.customer.address, { to: this.#business.address, ...message })
    } catch (error) {
      this.onProblem(error)
    }
  }

  /** Something happened in a chat of this phone. */
  apply(event) {
    if (event.business !== this.#business?.address) return
    const last = this.#isAtEnd()
    const isNew = event.message && !this.#messages.has(event.message.sid)
    if (event.message) this.#messages.set(event.message.sid, event.message)
    this.#setTimes(event)
    if (isNew || !event.message) this.#draw()
    else this.#redraw(event.message)
    if (last || (isNew && event.message.from === 'customer')) this.scrollToEnd()
  }

  #setTimes({ typingUntil, windowUntil }) {
    this.#typingUntil = typingUntil ? Date.parse(typingUntil) : 0
    this.#windowUntil = windowUntil ? Date.parse(windowUntil) : Infinity
    this.tick()
  }

  /** Once a second: the clock, and what ends by itself. */
  tick() {
    this.time.textContent = clock(now())
    const typing = this.#typingUntil > now()
    this.state.textContent = typing ? 'écrit…' : 'en ligne'
    this.state.classList.toggle('is-typing', typing)
    this.#showTyping(typing)
    this.list.classList.toggle('window-closed', this.#windowUntil < now())
  }

  #showTyping(typing) {
    if (typing === (this.#shownTyping !== null)) return
    const last = this.#isAtEnd()
    this.#shownTyping?.remove()
    this.#shownTyping = typing ? typingBubble() : null
    if (this.#shownTyping) this.list.append(this.#shownTyping)
    if (last) this.scrollToEnd()
  }

  #draw() {
    const rows = [note('Téléphone simulé : rien ne part sur le vrai WhatsApp.')]
    let day = null
    let before = null
    for (const message of [...this.#messages.values()].sort(byPlace)) {
      const time = Date.parse(message.at)
      if (dayKey(time) !== day) {
        day = dayKey(time)
        before = null
        rows.push(dayMark(dayName(time)))
      }
      const row = this.#row(message)
      row.classList.toggle('first', before !== message.from)
      before = message.from
      rows.push(row)
    }
    const closed = note('Plus de 24 h sans message de votre part : l’entreprise ne peut plus vous écrire librement.')
    closed.classList.add('closed')
    rows.push(closed)
    this.list.replaceChildren(...rows, ...(this.#shownTyping ? [this.#shownTyping] : []))
    this.chips.classList.toggle('is-fresh', this.#messages.size === 0)
  }

  #redraw(message) {
    const old = this.list.querySelector(`[data-sid="${message.sid}"]`)
    if (!old) return this.#draw()
    const row = this.#row(message)
    row.classList.toggle('first', old.classList.contains('first'))
    row.classList.add('still')
    old.replaceWith(row)
  }

  #row(message) {
    return bubble(message, () => this.write({ body: message.body, fields: message.fields }))
  }

  #isAtEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < CLOSE_TO_END
  }

  scrollToEnd() {
    this.#stuck = true
    this.list.scrollTop = this.list.scrollHeight
  }

  look() {
    if (this.#business) look(this.customer.address, this.#business.address).catch(this.onProblem)
  }

  lookAway() {
    if (this.#business) lookAway(this.customer.address, this.#business.address).catch(this.onProblem)
  }
}

/** What arrives later stands later, whoever wrote first. */
function byPlace(one, other) {
  return Date.parse(one.at) - Date.parse(other.at) || one.number - other.number
}
