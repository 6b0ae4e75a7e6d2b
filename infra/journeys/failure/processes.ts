import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { readStack, ROOT } from '../support/stack.ts'
import { until } from './wait.ts'

export const SERVICES = [
  'webhook-ingest',
  'ai-router',
  'conversation-service',
  'notification-service',
  'dashboard-gateway',
] as const

/** A start on a machine that has much else to do. */
const PATIENCE_MS = 150_000

export interface Instance {
  name: string
  pid: number
  url: string
}

export function instances(name: string): Instance[] {
  return readStack()
    .processes.filter((it) => it.name === name)
    .map(({ pid, url }) => ({ name, pid, url: url! }))
}

/** The first, or whichever is meant. */
export function instance(name: string, which = 0): Instance {
  const found = instances(name)[which]
  if (!found) throw new Error(`no process ${name} in stack.json`)
  return found
}

/** To the process and to what it started: PostgreSQL is many. The launcher gave each a group of its own. */
export function signal({ pid }: Instance, which: NodeJS.Signals) {
  process.kill(-pid, which)
}

/** The launcher starts what died again, as an orchestrator would: waits until the successor of this one can be used. */
export async function successor(of: Instance): Promise<void> {
  await until(
    `${of.name} is started again`,
    async () => {
      const now = instances(of.name).find((it) => it.url === of.url)
      return now !== undefined && now.pid !== of.pid && (await isReady(now))
    },
    PATIENCE_MS,
  )
}

/** Every process that there is can be used. */
export async function allReady(): Promise<void> {
  for (const { name } of readStack().processes) {
    await until(
      `${name} is ready`,
      async () => (await Promise.all(instances(name).map(isReady))).every(Boolean),
      PATIENCE_MS,
    )
  }
}

async function isReady({ url }: Instance): Promise<boolean> {
  const { protocol, hostname, port } = new URL(url)
  if (!protocol.startsWith('http')) return answers(hostname, Number(port))
  try {
    const response = await fetch(`${url}/actuator/health/readiness`, { signal: AbortSignal.timeout(5_000) })
    await response.text()
    return response.ok
  } catch {
    return false
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const end = (answer: boolean) => () => {
      socket.destroy()
      done(answer)
    }
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false))
  })
}

/** Runs so many of a service; none stops it. */
export async function scale(name: string, count: number): Promise<void> {
  await promisify(execFile)(resolve(ROOT, 'infra/local/scale'), [name, String(count)])
}
