import { Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'
import type { Fault, Shift } from './catalogue.ts'
import { Polling, readScreen, Streaming } from './dashboards.ts'
import { Database, type Books } from './database.ts'
import { readDeadLetters, type Letter } from './dead-letters.ts'
import { judge, type Evidence, type Verdict } from './judge.ts'
import { Ledger } from './ledger.ts'
import { Load } from './load.ts'
import { allReady } from './processes.ts'
import type { Random } from './random.ts'
import { write, type Row } from './report.ts'
import { handBack, settle, type Settled } from './settle.ts'
import { Stage } from './stage.ts'
import { each } from './wait.ts'
import { Workspace } from './workspace.ts'

export interface Size {
  messages: number
  customers: number
  inFull: boolean
  /** Seconds after a fault within which all must be settled; more messages have more of them. */
  patience: number
}

/** What a shift leaves to be judged, and once more at the very end: something may be said twice much later. */
export interface Played {
  row: Row
  judgeAgain(): Promise<Verdict>
}

/** Between two messages of one customer, at most. */
const PAUSE_MS = 600

/** Plays the faults of a shift, each while so many messages are written, waits until all is settled, and judges. */
export async function play(shift: Shift, size: Size, chance: Random, log: (words: string) => void): Promise<Played> {
  const began = Date.now()
  await allReady()
  const scene = await prepare(shift, size)
  const { ledger, database, workspace, people, conversations } = scene
  const screens = [workspace, () => conversations] as const
  const live = new Streaming('the live feed', ...screens)
  const dashboards = [live, new Polling('polling', ...screens)]
  const stages: Stage[] = []
  try {
    dashboards.forEach((it) => it.start())
    await Promise.all(dashboards.map((it) => it.open))
    for (const fault of shift.faults) {
      if (stages.length > 0) await handBack(workspace, live.screen.ledByOthers())
      stages.push(await strike(fault))
    }
    log('waiting until all is settled')
    const settled = await settle(scene, patienceMs(shift, size), log)
    const evidence = await collect(settled.books)
    const verdict = judge(evidence)
    const { differences, equalAt } = await compare(dashboards, workspace, settled.books, patienceMs(shift, size))
    if (settled.at !== undefined && equalAt !== undefined) settled.at = Math.max(settled.at, equalAt)
    const known = new Set(scene.deadLettersBefore.map((it) => it.id))
    const deadLetters = (await readDeadLetters()).filter((it) => !known.has(it.id))
    const row = toRow(shift, settled, verdict, differences, deadLetters, stages, began)
    row.notes.push(...dashboards.filter((it) => it.resyncs > 0).map((it) => `${it.name}: ${it.resyncs} resyncs`))
    if (row.findings.length > 0) log(`evidence: ${write(`${shift.name}-evidence`, toJson(evidence, row))}`)
    return { row, judgeAgain: async () => judge(await collect(settled.books)) }
  } finally {
    await Promise.all(dashboards.map((it) => it.close()))
    await database.close()
  }

  async function strike(fault: Fault): Promise<Stage> {
    if (shift.faults.length > 1) log(fault.title)
    const load = new Load(people, fault.writesItself ? 0 : size.messages, PAUSE_MS, conversations)
    const stage = new Stage({ ...scene, load }, live.screen, chance.named(fault.name), size.inFull, log)
    load.start()
    await fault.strike(stage)
    await load.finish()
    log(`all ${load.sent} messages are sent`)
    return stage
  }

  async function collect(books: Books): Promise<Evidence> {
    const transcripts = new Map()
    await each([...new Set([...books.recorded.values(), ...conversations])], 4, async (id) => {
      transcripts.set(id, await workspace.transcript(id))
    })
    return { accountSid: scene.accountSid, phones: scene.phones, ledger: await ledger.readOn(), books, transcripts }
  }
}

async function prepare(shift: Shift, { customers }: Size) {
  const tenant = tenantNamed('Institut Camélia')
  const ledger = await Ledger.fromNow()
  const people: Phone[] = []
  for (let i = 0; i < customers; i++) people.push(await Phone.of(`${shift.name} ${i}`, tenant.channel.address))
  return {
    workspace: new Workspace(tenant),
    ledger,
    people,
    conversations: new Set<string>(),
    database: new Database(),
    accountSid: tenant.channel.accountSid,
    phones: new Set(people.map((it) => it.address)),
    deadLettersBefore: await readDeadLetters(),
  }
}

const patienceMs = ({ faults }: Shift, { messages, patience }: Size) =>
  patience * 1_000 + faults.length * messages * 100

/**
 * What became of the last messages, and so what the dashboards show, may still be on its way when all is answered: they have
 * as long as everything else to be equal to the database.
 */
async function compare(
  dashboards: (Streaming | Polling)[],
  workspace: Workspace,
  books: Books,
  patienceMs: number,
): Promise<{ differences: string[]; equalAt?: number }> {
  const began = Date.now()
  for (let looks = 1; ; looks++) {
    const truth = await readScreen(workspace, new Set(books.recorded.values()))
    const differences = dashboards.flatMap((it) => it.screen.differences(truth).map((words) => `${it.name}: ${words}`))
    if (differences.length === 0) return looks === 1 ? { differences } : { differences, equalAt: Date.now() }
    if (Date.now() > began + patienceMs) return { differences }
    await new Promise((done) => setTimeout(done, 1_000))
  }
}

function toRow(
  shift: Shift,
  settled: Settled,
  verdict: Verdict,
  differences: string[],
  deadLetters: Letter[],
  stages: Stage[],
  began: number,
): Row {
  return {
    fault: shift.name,
    title: shift.title,
    messages: verdict.sent,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    disorder: verdict.disorder.length,
    recovered: verdict.recovered,
    leftToPerson: verdict.leftToPerson,
    deadLetters: deadLetters.length,
    dashboards: differences.length,
    recoverySeconds: settled.at === undefined ? undefined : Math.max(0, settled.at - stages.at(-1)!.overAt) / 1_000,
    seconds: Math.round((Date.now() - began) / 1_000),
    findings: [
      ...verdict.lost.map((it) => `lost: ${it}`),
      ...verdict.doubled.map((it) => `doubled: ${it}`),
      ...verdict.disorder.map((it) => `out of order: ${it}`),
      ...differences.map((it) => `dashboard: ${it}`),
      ...settled.pending.map((it) => `never settled: ${it}`),
      ...stages.flatMap((it) => it.findings),
      ...deadLetters.map((it) => `dead letter: ${it.type ?? 'no event'} for ${it.reader}: ${it.reason}`),
    ],
    notes: stages.flatMap((it) => it.notes),
  }
}

function toJson({ ledger, transcripts, books, phones }: Evidence, row: Row) {
  const ours = new Set<string>()
  const lines = ledger.filter(({ kind, data }) => {
    if (phones.has(data.from) || phones.has(data.to)) ours.add(data.sid)
    return ours.has(data.sid) || kind === 'failures-changed'
  })
  return {
    findings: row.findings,
    transcripts: Object.fromEntries(transcripts),
    named: [...books.named],
    ledger: lines,
  }
}
