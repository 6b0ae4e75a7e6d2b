import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readEnvelope, type Change } from '../live/envelope'

const FOLDER = resolve(import.meta.dirname, '../../../../event-contracts/src/main/resources/golden')

/** The contract's own samples: what the services write is what the dashboard's tests read. */
export function golden(name: string): unknown {
  return JSON.parse(readFileSync(resolve(FOLDER, `${name}.json`), 'utf8'))
}

export function goldenNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
}

export function goldenChange<T extends Change['type']>(name: string, type: T): Extract<Change, { type: T }> {
  const heard = readEnvelope(golden(name))
  if (!('change' in heard) || heard.change.type !== type) throw new Error(`${name} is no ${type}`)
  return heard.change as Extract<Change, { type: T }>
}
