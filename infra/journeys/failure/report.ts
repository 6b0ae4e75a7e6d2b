import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const RESULTS = resolve(dirname(fileURLToPath(import.meta.url)), '../results')

export interface Row {
  fault: string
  title: string
  /** Why it could not be run, if so. */
  notRun?: string
  /** Why it could not be played to its end, if so: it has failed. */
  brokenOff?: string
  messages: number
  lost: number
  doubled: number
  disorder: number
  recovered: number
  leftToPerson: number
  deadLetters: number
  dashboards: number
  /** Undefined when it never settled. */
  recoverySeconds?: number
  seconds: number
  /** What is wrong, in words. */
  findings: string[]
  notes: string[]
}

export function failed(row: Row): boolean {
  return row.brokenOff !== undefined || row.findings.length > 0
}

const COLUMNS: [string, (row: Row) => string | number][] = [
  ['fault', (row) => row.title],
  ['messages', (row) => row.messages],
  ['lost', (row) => row.lost],
  ['doubled', (row) => row.doubled],
  ['out of order', (row) => row.disorder],
  ['recovered', (row) => row.recovered],
  ['recovery s', (row) => row.recoverySeconds?.toFixed(1) ?? 'never'],
  ['left to a person', (row) => row.leftToPerson],
  ['dead letters', (row) => row.deadLetters],
  ['dashboards differ', (row) => row.dashboards],
]

/** One line of the table, which is also told as soon as it is known: a run that is cut short keeps its figures. */
export function line(row: Row): string {
  return row.notRun
    ? `| ${row.title} | not run: ${row.notRun} |`
    : `| ${COLUMNS.map(([, cell]) => cell(row)).join(' | ')} |`
}

export function table(rows: Row[]): string {
  const lines = rows.map(line)
  const head = `| ${COLUMNS.map(([name]) => name).join(' | ')} |`
  return [head, `|${COLUMNS.map(() => '---').join('|')}|`, ...lines].join('\n')
}

export function write(name: string, content: unknown): string {
  mkdirSync(RESULTS, { recursive: true })
  const file = resolve(RESULTS, `${name}.json`)
  writeFileSync(file, JSON.stringify(content, null, 2) + '\n')
  return file
}
