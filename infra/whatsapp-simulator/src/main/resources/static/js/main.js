import { askForPhone } from './add-phone.js'
import { follow, loadState } from './api.js'
import { avatar, h } from './dom.js'
import { showConsole } from './console.js'
import { setClock } from './format.js'
import { Phone, signOf } from './phone.js'

const COLOURS = ['rose', 'teal', 'amber', 'violet', 'sky', 'olive']
const FIRST_SHOWN = 3
const LOOK_EVERY = 25_000
const narrow = matchMedia('(max-width: 719px)')

const table = document.querySelector('.phones')
const customersBar = document.querySelector('.customers')
const businessesBar = document.querySelector('.businesses')
const toast = document.querySelector('.toast')

let businesses = []
let known = []
let business = null
const shown = new Map()
const unread = new Set()
let current = null

const remembered = (key) => JSON.parse(localStorage.getItem(`simulator.${key}`) ?? 'null')
const remember = (key, value) => localStorage.setItem(`simulator.${key}`, JSON.stringify(value))
const colourOf = (phone) => COLOURS[Math.max(0, known.findIndex((other) => other.address === phone.address)) % COLOURS.length]

function say(problem) {
  toast.textContent = problem.message ?? String(problem)
  toast.hidden = false
  clearTimeout(say.timer)
  say.timer = setTimeout(() => { toast.hidden = true }, 5000)
}

function isWatched(phone) {
  return document.visibilityState === 'visible' && (!narrow.matches || phone.customer.address === current)
}

function lookAtAll() {
  shown.forEach((phone) => (isWatched(phone) ? phone.look() : phone.lookAway()))
}

async function choose(next) {
  business = next
  remember('business', next.address)
  unread.delete(next.address)
  drawBusinesses()
  await Promise.all([...shown.values()].map((phone) => phone.open(next)))
  lookAtAll()
}

function drawBusinesses() {
  businessesBar.replaceChildren(...businesses.map((each) => h(
    'button.business',
    { type: 'button', role: 'radio', 'aria-checked': String(each === business), title: each.name, onclick: () => choose(each).catch(say) },
    avatar(each.name, each.vertical, signOf(each)),
    h('span', {}, each.name),
    unread.has(each.address) && h('i.dot', { role: 'img', 'aria-label': 'nouveau message' }),
  )))
}

function drawCustomers() {
  customersBar.replaceChildren(...[...shown.values()].map((phone) => h(
    'button.customer',
    { type: 'button', 'aria-pressed': String(phone.customer.address === current), onclick: () => hold(phone.customer.address) },
    avatar(phone.customer.name, phone.colour),
    h('span', {}, phone.customer.name.split(' ')[0]),
  )))
}

/** On a small screen one phone is in the hand. */
function hold(address) {
  current = address
  shown.forEach((phone) => phone.element.classList.toggle('in-hand', phone.customer.address === address))
  drawCustomers()
  shown.get(address)?.scrollToEnd()
  lookAtAll()
}

async function show(customer) {
  if (shown.has(customer.address)) return hold(customer.address)
  const phone = new Phone(customer, colourOf(customer), { onPutAway: () => putAway(customer.address), onProblem: say })
  shown.set(customer.address, phone)
  table.append(phone.element)
  rememberShown()
  await phone.open(business)
  hold(customer.address)
}

function putAway(address) {
  const phone = shown.get(address)
  phone.lookAway()
  phone.element.remove()
  shown.delete(address)
  rememberShown()
  hold([...shown.keys()][0] ?? null)
}

function rememberShown() {
  remember('shown', [...shown.keys()])
  table.dataset.count = String(shown.size)
}

function onChat(event) {
  setClock(event.now)
  const phone = shown.get(event.phone)
  if (!phone) return
  phone.apply(event)
  if (event.business !== business.address && event.message?.from === 'business') {
    unread.add(event.business)
    drawBusinesses()
  }
}

function onPhone(phone) {
  known = [...known.filter((other) => other.address !== phone.address), phone]
}

async function start() {
  const state = await loadState()
  setClock(state.now)
  businesses = state.businesses
  known = state.phones
  business = businesses.find((each) => each.address === remembered('business')) ?? businesses[0]
  drawBusinesses()
  const listed = known.filter((phone) => phone.listed)
  const wanted = remembered('shown')?.map((address) => known.find((phone) => phone.address === address)).filter(Boolean)
  for (const phone of wanted?.length ? wanted : listed.slice(0, FIRST_SHOWN)) await show(phone)
  if (shown.size > 0) hold([...shown.keys()][0])

  const lost = document.querySelector('.lost')
  follow(state.next, { onPhone, onChat, onLost: () => { lost.hidden = false }, onBack: () => { lost.hidden = true } })
  setInterval(() => shown.forEach((phone) => phone.tick()), 1000)
  setInterval(lookAtAll, LOOK_EVERY)
  document.addEventListener('visibilitychange', lookAtAll)
  narrow.addEventListener('change', lookAtAll)
  addEventListener('pagehide', () => shown.forEach((phone) => phone.lookAway()))
}

document.querySelector('.add').addEventListener('click', async () => {
  const drawer = known.filter((phone) => phone.listed && !shown.has(phone.address))
  const phone = await askForPhone(document.querySelector('.dialog'), drawer, colourOf)
  if (!phone) return
  if (!known.some((other) => other.address === phone.address)) known.push(phone)
  await show(phone)
  shown.get(phone.address).element.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' })
})

document.querySelector('.console').addEventListener('click', async () => {
  try {
    await showConsole(document.querySelector('.dialog'))
    businesses = (await loadState()).businesses
    business = businesses.find((each) => each.address === business.address) ?? businesses[0]
    drawBusinesses()
  } catch (error) {
    say(error)
  }
})

start().catch(say)
