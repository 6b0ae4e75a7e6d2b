import { createHmac, randomBytes } from 'node:crypto'
import { readStack } from './stack.ts'

/** A way for the simulated Twilio to go wrong; see the simulator's CANVAS. */
export interface Failure {
  mode: string
  accountSid?: string
  endpoint?: string
  count?: number
  delayMs?: number
  retryAfterSeconds?: number
  code?: number
}

export async function fail(...failures: Failure[]): Promise<void> {
  await ask('PUT', failures)
}

export async function heal(): Promise<void> {
  await ask('DELETE')
}

async function ask(method: string, body?: unknown) {
  const response = await fetch(`${readStack().twilio.url}/simulator/failures`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the simulator refuses this failure: ${response.status} ${await response.text()}`)
}

type Channel = ReturnType<typeof readStack>['tenants'][number]['channel']

/** Posts what Twilio would, signed with a token of one's choice. */
export async function postWebhook(channel: Channel, from: string, body: string, token: string): Promise<number> {
  const { publicUrl, webhookUrl } = readStack()
  const path = '/api/webhooks/twilio'
  const sid = `SM${randomBytes(16).toString('hex')}`
  const form = new URLSearchParams({
    AccountSid: channel.accountSid,
    ApiVersion: '2010-04-01',
    Body: body,
    From: from,
    MessageSid: sid,
    MessageType: 'text',
    NumMedia: '0',
    NumSegments: '1',
    ProfileName: 'Marie',
    SmsMessageSid: sid,
    SmsSid: sid,
    SmsStatus: 'received',
    To: channel.address,
    WaId: from.replace(/^whatsapp:\+/, ''),
  })
  form.sort()
  const signed = publicUrl + path + [...form].map(([name, value]) => name + value).join('')
  const signature = createHmac('sha1', token).update(signed, 'utf8').digest('base64')
  const headers = { 'X-Twilio-Signature': signature, 'User-Agent': 'TwilioProxy/1.1' }
  const response = await fetch(webhookUrl + path, { method: 'POST', headers, body: form })
  return response.status
}

/** An account of Twilio's console, with one WhatsApp sender that calls nobody yet. */
export interface Account {
  name: string
  address: string
  accountSid: string
  authToken: string
}

export function openAccount(name: string): Promise<Account> {
  return inConsole('POST', '', { name })
}

/** What one pastes into the console as "Webhook URL for incoming messages". */
export function enterWebhook({ accountSid }: Account, url: string): Promise<Account> {
  return inConsole('PUT', `/${accountSid}/webhook`, { url })
}

async function inConsole(method: string, path: string, body: unknown): Promise<Account> {
  const response = await fetch(`${readStack().twilio.url}/simulator/accounts${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`Twilio's console refuses: ${response.status} ${await response.text()}`)
  return (await response.json()) as Account
}
