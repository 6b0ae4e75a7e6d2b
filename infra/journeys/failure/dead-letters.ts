import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../support/stack.ts'

export interface Letter {
  id: string
  reader: string
  topic: string
  reason: string
  type?: string
}

/** What no reader could handle, of all readers, also what was replayed since. */
export async function readDeadLetters(): Promise<Letter[]> {
  const { stdout } = await promisify(execFile)(resolve(ROOT, 'infra/local/dead-letters'), ['list', '--all', '--json'], {
    maxBuffer: 1 << 28,
  })
  return JSON.parse(stdout) as Letter[]
}
