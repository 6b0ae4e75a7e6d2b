import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { HOME } from '../support/stack.ts'

/** What can be filled: small disks in memory, on which the stack of the faults keeps its data. All messages fit on them. */
const MEBIBYTES = { postgres: 1536, kafka: 1024 }

export type Disk = keyof typeof MEBIBYTES

const DISKS = Object.keys(MEBIBYTES) as Disk[]

/** The settings by which a stack keeps its data there, or why it cannot: mounting is for root. */
export function mountDisks(): { settings: Record<string, string>; problem?: string } {
  try {
    for (const disk of DISKS) {
      mkdirSync(folder(disk), { recursive: true })
      run('mount', '-t', 'tmpfs', '-o', `size=${MEBIBYTES[disk]}m,mode=0700`, `accueil-faults-${disk}`, folder(disk))
    }
    return { settings: { ACCUEIL_POSTGRES_FOLDER: folder('postgres'), ACCUEIL_KAFKA_FOLDER: folder('kafka') } }
  } catch (problem) {
    unmountDisks()
    return { settings: {}, problem: `mount is not permitted here (${String(problem).split('\n')[1] ?? problem})` }
  }
}

export function unmountDisks() {
  for (const disk of DISKS.filter(isMounted)) run('umount', '--lazy', folder(disk))
}

export function isMounted(disk: Disk): boolean {
  if (!existsSync(folder(disk))) return false
  try {
    run('mountpoint', '-q', folder(disk))
    return true
  } catch {
    return false
  }
}

/** Takes every byte that is left now. What is given back later is there again: call it until `free`. */
export function fill(disk: Disk) {
  const file = openSync(filler(disk), 'a')
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size)
      while (writesAll(file, block));
    }
  } finally {
    closeSync(file)
  }
}

export function free(disk: Disk) {
  rmSync(filler(disk), { force: true })
}

function writesAll(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) === block.length
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOSPC') return false
    throw problem
  }
}

const folder = (disk: Disk) => resolve(HOME, 'disks', disk)
const filler = (disk: Disk) => resolve(folder(disk), 'filler')

function run(command: string, ...parameters: string[]) {
  execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
}
