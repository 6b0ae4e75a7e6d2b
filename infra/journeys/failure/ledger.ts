import { readStack } from '../support/stack.ts'

/** One line of the simulator's ledger: what phones, Twilio and webhooks did, in one order and by one clock. */
export interface Line {
  n: number
  at: string
  kind: string
  // Each kind has its own fields; see the simulator's `Fact`.
  data: Record<string, any>
}

/** The ledger from one line on, read further whenever it is asked. */
export class Ledger {
  private readonly lines: Line[] = []
  private reading: Promise<Line[]> | undefined

  private constructor(private next: number) {}

  static async fromNow(): Promise<Ledger> {
    const { next } = await page(Number.MAX_SAFE_INTEGER, 1)
    return new Ledger(next)
  }

  /** One reader at a time: two would find the same lines. */
  readOn(): Promise<Line[]> {
    this.reading ??= this.read().finally(() => (this.reading = undefined))
    return this.reading
  }

  private async read(): Promise<Line[]> {
    for (;;) {
      const found = await page(this.next, 5000)
      this.lines.push(...found.items)
      this.next = found.next
      if (found.items.length === 0) return this.lines
    }
  }
}

async function page(after: number, limit: number): Promise<{ items: Line[]; next: number }> {
  const response = await fetch(`${readStack().twilio.url}/simulator/ledger?after=${after}&limit=${limit}`)
  if (!response.ok) throw new Error(`the ledger answered ${response.status}`)
  return (await response.json()) as { items: Line[]; next: number }
}
