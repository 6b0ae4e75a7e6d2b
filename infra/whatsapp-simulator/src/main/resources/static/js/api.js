const JSON_HEADERS = { 'Content-Type': 'application/json' }

async function request(path, options) {
  const response = await fetch(`/simulator${path}`, options)
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}))
    throw new Error(problem.detail ?? `Le simulateur a répondu ${response.status}`)
  }
  return response.status === 204 ? null : response.json()
}

const phonePath = (phone, rest) => `/phones/${encodeURIComponent(phone)}/${rest}`
const chatWith = (business) => `with=${encodeURIComponent(business)}`

export const loadState = () => request('/state')

export const loadChat = (phone, business) => request(phonePath(phone, `messages?${chatWith(business)}`))

export const write = (phone, message) =>
  request(phonePath(phone, 'messages?wait=false'), {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify(message),
  })

export const addPhone = (wanted) =>
  request('/phones', { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(wanted) })

export const loadAccounts = () => request('/accounts')

export const openAccount = (name) =>
  request('/accounts', { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify({ name }) })

export const enterWebhook = (accountSid, url) =>
  request(`/accounts/${accountSid}/webhook`, { method: 'PUT', headers: JSON_HEADERS, body: JSON.stringify({ url }) })

export const look = (phone, business) => request(phonePath(phone, `looking?${chatWith(business)}`), { method: 'PUT' })

export const lookAway = (phone, business) =>
  request(phonePath(phone, `looking?${chatWith(business)}`), { method: 'DELETE', keepalive: true })

/** Everything that happens from line `after` on; the browser itself goes on after a break. */
export function follow(after, { onPhone, onChat, onLost, onBack }) {
  const stream = new EventSource(`/simulator/stream?after=${after}`)
  stream.addEventListener('phone', (event) => onPhone(JSON.parse(event.data)))
  stream.addEventListener('chat', (event) => onChat(JSON.parse(event.data)))
  stream.addEventListener('error', onLost)
  stream.addEventListener('open', onBack)
}
