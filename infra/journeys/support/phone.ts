import { expect } from '@playwright/test'
import { readStack } from './stack.ts'

export interface Bubble {
  sid: string
  from: 'customer' | 'business'
  body: string
  status: string
  progress?: string
}

export interface Sent {
  messageSid: string
  webhook: { delivered: boolean; status?: number; attempts: number; conversation?: string; tenant?: string }
}

/** Told apart from the customers of an earlier run on the same stack. */
const RUN = Date.now().toString(36).slice(-4)

const simulator = () => readStack().twilio.url

/** A customer's phone in the WhatsApp simulator, in front of one business. */
export class Phone {
  private constructor(
    readonly name: string,
    readonly address: string,
    private readonly business: string,
  ) {}

  /** A new customer, whom no business knows. */
  static of(name: string, business: string): Promise<Phone> {
    return Phone.named(`${name} ${RUN}`, business)
  }

  /** One with exactly this name, whatever it is. */
  static async named(unique: string, business: string): Promise<Phone> {
    const added = await call<{ address: string }>('/simulator/phones', { name: unique, hidesNumber: false })
    return new Phone(unique, added.address, business)
  }

  /** Writes, and waits until Twilio knows what became of its webhook. */
  async writes(body: string): Promise<Sent> {
    return call<Sent>(`/simulator/phones/${encodeURIComponent(this.address)}/messages`, { to: this.business, body })
  }

  /** Sends files as a phone does: a photo, a voice note, a shared contact. */
  async sends(
    media: { contentType: string; bytes: Buffer },
    more: { body?: string; type?: string } = {},
  ): Promise<Sent> {
    return call<Sent>(`/simulator/phones/${encodeURIComponent(this.address)}/messages`, {
      to: this.business,
      ...more,
      media: [{ contentType: media.contentType, bytes: media.bytes.toString('base64') }],
    })
  }

  async bubbles(): Promise<Bubble[]> {
    const url = `${simulator()}/simulator/phones/${encodeURIComponent(this.address)}/messages?with=${encodeURIComponent(this.business)}`
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    return ((await response.json()) as { messages: Bubble[] }).messages
  }

  async received(): Promise<Bubble[]> {
    return (await this.bubbles()).filter((it) => it.from === 'business')
  }

  /** Waits until the phone shows a message of the business that fits. */
  async receives(text: RegExp): Promise<void> {
    await expect
      .poll(async () => (await this.received()).map((it) => it.body).join('\n'), {
        message: `${this.name} receives ${text}`,
        timeout: 30_000,
      })
      .toMatch(text)
  }

  async chat(): Promise<{ typingUntil?: string }> {
    const url = `${simulator()}/simulator/phones/${encodeURIComponent(this.address)}/messages?with=${encodeURIComponent(this.business)}`
    return (await (await fetch(url)).json()) as { typingUntil?: string }
  }
}

async function call<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(simulator() + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export interface LedgerLine<T> {
  n: number
  at: string
  kind: string
  data: T
}

/** What the simulator's ledger says of one kind after a line. */
export async function ledger<T>(kind: string, after = 0): Promise<{ items: LedgerLine<T>[]; next: number }> {
  const items: LedgerLine<T>[] = []
  let next = after
  for (;;) {
    const response = await fetch(`${simulator()}/simulator/ledger?after=${next}&kind=${kind}&limit=5000`)
    const page = (await response.json()) as { items: LedgerLine<T>[]; next: number }
    items.push(...page.items)
    if (page.items.length === 0) return { items, next: page.next }
    next = page.next
  }
}
