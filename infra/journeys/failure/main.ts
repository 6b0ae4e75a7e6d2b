import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { HOME, ROOT } from '../support/stack.ts'
import { alone, FAULTS, SHIFTS, type Shift } from './catalogue.ts'
import { isMounted, mountDisks, unmountDisks } from './disks.ts'
import { SERVICES, instances, scale } from './processes.ts'
import { Random } from './random.ts'
import { failed, line, table, write, type Row } from './report.ts'
import { play, type Played, type Size } from './run.ts'

/**
 * What this stack is told besides: a short quiet time, since the load is a crowd; no limits that these customers and
 * dashboards would reach, whose hands are quicker than flesh and blood.
 */
const SETTINGS = {
  ACCUEIL_QUIET_TIME: '200ms',
  ACCUEIL_QUIET_TIME_AT_MOST: '1s',
  ACCUEIL_PACE_PAIR_BURST: '1000',
  ACCUEIL_PERSON_RATE: '1000',
  ACCUEIL_PERSON_BURST: '1000',
  ACCUEIL_TENANT_RATE: '1000',
  ACCUEIL_TENANT_BURST: '1000',
  ACCUEIL_ADDRESS_RATE: '1000',
  ACCUEIL_ADDRESS_BURST: '1000',
}

const began = Date.now()
const clock = () => new Date(Date.now() - began).toISOString().slice(11, 19)

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    shifts: { type: 'boolean', default: false },
    messages: { type: 'string', default: '200' },
    customers: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    patience: { type: 'string', default: '180' },
    full: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})

if (values.list) {
  for (const { name, title, faults } of SHIFTS) {
    console.log(`${name.padEnd(30)}${title}`)
    if (faults.length > 1) for (const it of faults) console.log(`  ${it.name.padEnd(28)}${it.title}`)
  }
} else {
  process.exitCode = await main()
}

async function main(): Promise<number> {
  const chosen = choose(positionals)
  const size: Size = {
    messages: Number(values.messages),
    customers: Number(values.customers),
    inFull: values.full,
    patience: Number(values.patience),
  }
  const random = new Random(Number(values.seed))
  console.log(`seed ${random.seed}: ${size.messages} messages from ${size.customers} customers in each fault`)
  const stack = startStack()
  try {
    return await report(await playAll(chosen, size, random, stack.noDisks))
  } finally {
    stack.stop()
  }
}

/** The faults one by one, or by `--shifts` those of a shift under one load. */
function choose(names: string[]): Shift[] {
  const all = values.shifts ? SHIFTS : FAULTS.map(alone)
  const unknown = names.filter((name) => !all.some((it) => it.name === name))
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; see --list.`)
  return all.filter((it) => names.length === 0 || names.includes(it.name))
}

async function playAll(shifts: Shift[], size: Size, random: Random, noDisks: string | undefined): Promise<Played[]> {
  const played: Played[] = []
  for (const [i, shift] of shifts.entries()) {
    console.log(`\n${i + 1}/${shifts.length} ${shift.title}`)
    if (shift.faults.some((it) => it.disk && !isMounted(it.disk))) {
      played.push(notRun(shift, noDisks ?? 'the running stack keeps its data on a disk that is not ours to fill'))
      continue
    }
    const one = await scaleAll(Math.max(...shift.faults.map((it) => it.instances ?? 1)))
      .then(() => play(shift, size, random, (words) => console.log(`  ${clock()}  ${words}`)))
      .catch(brokenOff(shift))
    played.push(one)
    tell(one.row)
  }
  return played
}

/** What could not be played to its end has failed; the others are played all the same. */
function brokenOff(shift: Shift): (problem: unknown) => Played {
  return (problem) => {
    console.error(problem)
    const why = problem instanceof Error ? problem.message : String(problem)
    return unplayed(shift, { brokenOff: why, findings: [`broken off: ${why}`] })
  }
}

function notRun(shift: Shift, why: string): Played {
  console.log(`  not run: ${why}`)
  return unplayed(shift, { notRun: why })
}

function unplayed(shift: Shift, why: Partial<Row>): Played {
  const nothing = { messages: 0, lost: 0, doubled: 0, disorder: 0, recovered: 0, leftToPerson: 0, deadLetters: 0 }
  const blank = { fault: shift.name, title: shift.title, dashboards: 0, seconds: 0, findings: [], notes: [] }
  const row: Row = { ...blank, ...nothing, ...why }
  return { row, judgeAgain: async () => ({ ...nothing, sent: 0, lost: [], doubled: [], disorder: [] }) }
}

async function scaleAll(count: number) {
  await Promise.all(SERVICES.filter((it) => instances(it).length !== count).map((it) => scale(it, count)))
}

function tell(row: Row) {
  for (const finding of row.findings.slice(0, 10)) console.log(`  ✗ ${finding}`)
  if (row.findings.length > 10) console.log(`  ✗ … and ${row.findings.length - 10} more`)
  for (const note of row.notes) console.log(`  ${note}`)
  const recovery =
    row.recoverySeconds === undefined ? 'never settled' : `settled ${row.recoverySeconds.toFixed(1)} s after it`
  console.log(`  ${failed(row) ? '✗' : '✓'} ${row.messages} messages, ${recovery}; ${row.seconds} s`)
  console.log(`  ${line(row)}`)
}

/** What was said again long after its fault counts too. */
async function report(played: Played[]): Promise<number> {
  for (const { row, judgeAgain } of played.filter((it) => it.row.messages > 0)) {
    const late = await judgeAgain()
    for (const kind of ['lost', 'doubled', 'disorder'] as const) {
      if (late[kind].length <= row[kind]) continue
      row[kind] = late[kind].length
      row.findings.push(...late[kind].map((it) => `at the very end, ${kind}: ${it}`))
    }
  }
  const rows = played.map((it) => it.row)
  console.log(`\n${table(rows)}\n`)
  console.log(write('faults', { seed: values.seed, messages: values.messages, customers: values.customers, rows }))
  for (const row of rows.filter(failed)) console.log(`✗ ${row.fault}: ${row.findings[0]}`)
  return rows.some(failed) ? 1 : 0
}

/** A stack of its own, unless one runs in this folder already: that one stays. */
function startStack(): { noDisks?: string; stop: () => void } {
  if (existsSync(resolve(HOME, 'stack.json'))) return { stop: () => {} }
  if (existsSync(HOME)) execFileSync(resolve(ROOT, 'infra/local/stop'), { stdio: 'ignore' })
  unmountDisks()
  execFileSync(resolve(ROOT, 'infra/local/stop'), ['--forget'], { stdio: 'inherit' })
  const { settings, problem } = mountDisks()
  const environment = { ...process.env, ...SETTINGS, ...settings, DETACHED: '1' }
  const stop = () => {
    if (values.keep) return
    execFileSync(resolve(ROOT, 'infra/local/stop'), { stdio: 'inherit' })
    unmountDisks()
  }
  process.on('SIGINT', () => {
    stop()
    process.exit(130)
  })
  try {
    execFileSync(resolve(ROOT, 'infra/local/run'), { stdio: 'inherit', env: environment })
  } catch (e) {
    stop()
    throw e
  }
  return { noDisks: problem, stop }
}
