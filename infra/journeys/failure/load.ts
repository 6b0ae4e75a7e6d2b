import { Phone } from '../support/phone.ts'
import { pause, until } from './wait.ts'

/** Questions that the FAQ settles: the assistant keeps leading. */
export const QUESTIONS = [
  'Bonjour, vous ouvrez à quelle heure le samedi ?',
  'Où puis-je me garer ?',
  'Proposez-vous des cartes cadeaux ?',
  'Quels moyens de paiement acceptez-vous ?',
  'Recevez-vous les hommes ?',
]

/** Each customer waits until Twilio knows what became of a message, then a moment, and writes the next. */
export class Load {
  /** How many were sent, delivered or not. */
  sent = 0
  private opened = 0
  private taken = 0
  private failure: unknown
  private running: Promise<unknown> = Promise.resolve()

  constructor(
    readonly phones: Phone[],
    readonly total: number,
    /** Between two messages of one customer, at most. */
    private readonly pauseMs: number,
    /** Are told of each conversation that a webhook names. */
    private readonly conversations: Set<string>,
  ) {}

  start(): this {
    this.running = Promise.all(this.phones.map((phone, i) => this.writeOn(phone, i))).catch((problem) => {
      this.failure = problem
    })
    return this
  }

  /** Lets the customers write this share of all messages. */
  open(share: number) {
    this.opened = Math.max(this.opened, Math.ceil(share * this.total))
  }

  /** Waits until this share is sent. */
  async at(share: number): Promise<void> {
    await until(`${Math.round(share * 100)} % of the messages are sent`, () => this.hasSent(share), 300_000, 20)
  }

  async finish(): Promise<void> {
    this.open(1)
    await this.running
    if (this.failure) throw this.failure
  }

  private hasSent(share: number): boolean {
    if (this.failure) throw this.failure
    return this.sent >= Math.floor(share * this.total)
  }

  private async writeOn(phone: Phone, i: number) {
    await pause(Math.random() * this.pauseMs)
    while (this.taken < this.total) {
      const ticket = this.taken++
      while (ticket >= this.opened) await pause(20)
      await this.write(phone, QUESTIONS[(ticket + i) % QUESTIONS.length]!)
      await pause(Math.random() * this.pauseMs)
    }
  }

  /** One message out of turn. The conversation, if the webhook could say it. */
  async write(phone: Phone, text: string): Promise<string | undefined> {
    // Counted when it is on its way: a fault shall strike while webhooks are open.
    this.sent++
    const { webhook } = await phone.writes(text)
    if (webhook.conversation) this.conversations.add(webhook.conversation)
    return webhook.conversation
  }
}
