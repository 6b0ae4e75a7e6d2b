import type { Screen } from './dashboards.ts'
import type { Ledger } from './ledger.ts'
import type { Load } from './load.ts'
import type { Random } from './random.ts'
import { pause } from './wait.ts'
import type { Workspace } from './workspace.ts'

/** What a fault plays on: customers who write meanwhile, chance, and how long to be cruel. */
export class Stage {
  /** What a fault found by itself, besides what the judge sees. */
  readonly findings: string[] = []
  readonly notes: string[] = []
  private strokes: number[] = []
  readonly load: Load
  readonly workspace: Workspace
  readonly ledger: Ledger

  constructor(
    scene: { load: Load; workspace: Workspace; ledger: Ledger },
    /** What a live dashboard shows. */
    readonly screen: Screen,
    readonly random: Random,
    /** In full: longer, and more often. */
    readonly inFull: boolean,
    private readonly log: (sentence: string) => void,
  ) {
    this.load = scene.load
    this.workspace = scene.workspace
    this.ledger = scene.ledger
  }

  /** How often something is killed. */
  get times(): number {
    return this.inFull ? 5 : 1
  }

  /** How long something is away or slow. */
  get seconds(): number {
    return this.inFull ? 30 : 12
  }

  /** Waits for a moment of chance while customers write the messages up to this share. */
  async underLoad(share: number): Promise<void> {
    const from = this.load.sent / this.load.total
    this.load.open(share)
    await this.load.at(this.random.between(from, from + (share - from) * 0.8))
    await pause(this.random.between(0, 150))
  }

  /** How many calls to Twilio failed as they were told to, since these customers write. */
  async callsHit(): Promise<number> {
    const lines = await this.ledger.readOn()
    return lines.filter((it) => it.kind === 'api-requested' && it.data.failure).length
  }

  say(sentence: string) {
    this.log(sentence)
  }

  /** The fault, or this stroke of it, is over: recovery is counted from the last one. */
  over() {
    this.strokes.push(Date.now())
  }

  get overAt(): number {
    return this.strokes.at(-1) ?? Date.now()
  }
}
