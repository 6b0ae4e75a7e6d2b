import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../support/stack.ts'

/** How many dead letters there are, of all readers. */
export async function countDeadLetters(): Promise<number> {
  if (!existsSync(resolve(ROOT, 'infra/local/dead-letters'))) return 0
  const { stdout } = await promisify(execFile)(resolve(ROOT, 'infra/local/dead-letters'), ['list', '--json'], {
    maxBuffer: 1 << 28,
  })
  return (JSON.parse(stdout) as unknown[]).length
}
