// Measures a running stack (stack.json of ACCUEIL_HOME) through its own doors: phones of the simulator on one side, the live
// feed that browsers read on the other. Prints percentiles and, because machines differ, their ratios to a bare HTTP round
// trip of the same run.
//
//   node bench.mjs row   [--messages 200] [--customers 20]   one message after the other
//   node bench.mjs crowd [--messages 200] [--customers 20]   all customers at once, round after round
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const home = resolve(root, process.env.ACCUEIL_HOME ?? '.local')
const stack = JSON.parse(readFileSync(resolve(home, 'stack.json'), 'utf8'))
const tenant = stack.tenants[0]
const simulator = stack.twilio.url

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '200' },
    customers: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})
const scenario = positionals[0] ?? 'row'
const customers = Number(values.customers)
const messages = Number(values.messages)
const PATIENCE_MS = 60_000

const QUESTIONS = [
  'Bonjour, vous ouvrez à quelle heure le samedi ?',
  'Où puis-je me garer ?',
  'Proposez-vous des cartes cadeaux ?',
  'Quels moyens de paiement acceptez-vous ?',
]

const feed = await openFeed()
const phones = await Promise.all(
  Array.from({ length: customers }, (_, i) => post('/simulator/phones', { name: `Mesure ${i}`, hidesNumber: false })),
)
const { next: start } = await ledgerPage('phone-sent', 0, true)
const roundTrip = await bareRoundTrips(100)

const sent = []
if (scenario === 'crowd') {
  for (let round = 0; round * customers < messages; round++) {
    const burst = await Promise.all(phones.map((phone, i) => write(phone, round + i)))
    sent.push(...burst)
    await Promise.all(burst.map(answered))
  }
} else {
  for (let i = 0; i < messages; i++) {
    const one = await write(phones[i % phones.length], i)
    sent.push(one)
    await answered(one)
  }
}
await Promise.all(sent.map(answered))
feed.close()
report()

async function write(phone, i) {
  const result = await post(`/simulator/phones/${encodeURIComponent(phone.address)}/messages`, {
    to: tenant.channel.address,
    body: QUESTIONS[i % QUESTIONS.length],
  })
  if (!result.webhook.delivered) throw new Error(`webhook answered ${result.webhook.status}`)
  return { sid: result.messageSid, phone: phone.address, ...result.webhook }
}

/** Waits until the live feed showed that Twilio has an answer that names this message. */
async function answered(one) {
  const deadline = Date.now() + PATIENCE_MS
  while (!feed.answeredAt(one)) {
    if (Date.now() > deadline) throw new Error(`message ${one.sid} was not answered`)
    await feed.changed()
  }
}

/** What a browser reads: when each message and each answer arrived there. */
async function openFeed() {
  const token = execFileSync(resolve(root, 'infra/local/token'), [tenant.users[0].email], { encoding: 'utf8' }).trim()
  const abort = new AbortController()
  const response = await fetch(`${stack.publicUrl}/api/events`, {
    headers: { Authorization: `Bearer ${token}`, 'X-Accueil-Workspace': tenant.id, Accept: 'text/event-stream' },
    signal: abort.signal,
  })
  if (!response.ok) throw new Error(`live feed: ${response.status}`)
  const shown = new Map()
  const answers = new Map()
  let wake = () => {}
  let waiting = new Promise((done) => (wake = done))
  void (async () => {
    let buffer = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body) {
        const now = Date.now()
        buffer += decoder.decode(chunk, { stream: true })
        const events = buffer.split('\n\n')
        buffer = events.pop()
        for (const event of events) hear(event, now)
        wake()
        waiting = new Promise((done) => (wake = done))
      }
    } catch (e) {
      if (e.name !== 'AbortError') throw e
    }
  })()
  function hear(event, now) {
    const data = event
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trim())
      .join('\n')
    if (!data) return
    const envelope = JSON.parse(data)
    if (envelope.type !== 'MessageChanged') return
    const { conversation, message } = envelope.data
    if (message.direction === 'inbound') {
      if (!shown.has(message.id)) shown.set(message.id, { now, conversation, id: message.id })
    } else if (message.status !== 'queued' && message.status !== 'delayed') {
      // Twilio has it: from here on the ledger does too.
      for (const id of message.answers) if (!answers.has(id)) answers.set(id, now)
    }
  }
  return {
    close: () => abort.abort(),
    changed: () => Promise.race([waiting, new Promise((done) => setTimeout(done, 1000).unref())]),
    shownIn: (conversation) => [...shown.values()].filter((it) => it.conversation === conversation),
    answeredAt: (one) => {
      const all = [...shown.values()].filter((it) => it.conversation === one.conversation)
      const mine = all[sent.filter((it) => it.conversation === one.conversation).indexOf(one)]
      return mine && answers.get(mine.id)
    },
  }
}

function report() {
  void collect().then(({ webhook, call, browser }) => {
    const rows = { 'webhook answered': webhook, 'webhook → Twilio call': call, 'webhook → browser': browser }
    const base = percentile(roundTrip, 50)
    const result = { scenario, messages: sent.length, customers, bareRoundTripMs: round(base), rows: {} }
    for (const [name, times] of Object.entries(rows)) {
      result.rows[name] = {
        n: times.length,
        p50: round(percentile(times, 50)),
        p95: round(percentile(times, 95)),
        max: round(Math.max(...times)),
        ratio: round(percentile(times, 50) / base),
      }
    }
    if (values.json) {
      process.stdout.write(JSON.stringify(result) + '\n')
      return
    }
    process.stdout.write(
      `\n${scenario}: ${sent.length} messages of ${customers} customers; a bare HTTP round trip took ${round(base)} ms\n\n`,
    )
    process.stdout.write('| ms | n | p50 | p95 | max | p50 ÷ bare round trip |\n|---|---|---|---|---|---|\n')
    for (const [name, it] of Object.entries(result.rows)) {
      process.stdout.write(`| ${name} | ${it.n} | ${it.p50} | ${it.p95} | ${it.max} | ${it.ratio} |\n`)
    }
  })
}

/** Times from the ledger (one clock for phones, webhooks and Twilio's API) and from the feed, in milliseconds. */
async function collect() {
  const posted = new Map()
  const webhook = []
  for (const { at, data } of await ledger('webhook-attempted')) {
    const mine = sent.find((it) => it.sid === data.sid)
    if (!mine) continue
    webhook.push(data.attempt.tookMs)
    posted.set(data.sid, new Date(at).getTime() - data.attempt.tookMs)
  }
  const accepted = (await ledger('message-accepted')).filter((it) => it.data.direction === 'outbound-api')
  const call = []
  const browser = []
  for (const phone of new Set(sent.map((it) => it.phone))) {
    const mine = sent.filter((it) => it.phone === phone)
    const replies = accepted.filter((it) => it.data.to === phone).map((it) => new Date(it.at).getTime())
    const shown = feed.shownIn(mine[0].conversation)
    for (const [i, one] of mine.entries()) {
      const at = posted.get(one.sid)
      const reply = replies.find((it) => it >= at)
      if (reply !== undefined) call.push(reply - at)
      if (shown[i]) browser.push(shown[i].now - at)
    }
  }
  return { webhook, call, browser }
}

async function ledger(kind) {
  const items = []
  let after = start
  for (;;) {
    const page = await ledgerPage(kind, after)
    items.push(...page.items)
    if (page.items.length === 0) return items
    after = page.next
  }
}

async function ledgerPage(kind, after, toTheEnd = false) {
  let page = { items: [], next: after }
  do {
    page = await (await fetch(`${simulator}/simulator/ledger?after=${page.next}&kind=${kind}&limit=5000`)).json()
  } while (toTheEnd && page.items.length > 0)
  return page
}

async function bareRoundTrips(count) {
  const times = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    await (await fetch(`${stack.webhookUrl}/actuator/info`, { signal: AbortSignal.timeout(10_000) })).text()
    times.push(performance.now() - began)
  }
  return times
}

async function post(path, body) {
  const response = await fetch(simulator + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

function percentile(times, p) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? NaN
}

function round(x) {
  return Math.round(x * 10) / 10
}
