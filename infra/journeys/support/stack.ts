import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the launcher writes: `.local/stack.json`, see DESIGN §7. */
export interface Stack {
  publicUrl: string
  webhookUrl: string
  oidc: { issuer: string }
  kafka: { bootstrap: string }
  postgres: { url: string; user: string; password: string }
  twilio: { url: string }
  processes: { name: string; pid: number; url?: string; log: string }[]
  tenants: {
    id: string
    name: string
    vertical: string
    channel: { id: string; address: string; accountSid: string; authToken: string }
    users: { name: string; email: string; password: string; role: string }[]
  }[]
}

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
export const HOME = resolve(ROOT, process.env.ACCUEIL_HOME ?? '.local')

/** The running stack, read anew: a process that died has another pid. */
export function readStack(): Stack {
  return JSON.parse(readFileSync(resolve(HOME, 'stack.json'), 'utf8')) as Stack
}

export function tenantNamed(name: string) {
  const tenant = readStack().tenants.find((it) => it.name === name)
  if (!tenant) throw new Error(`no tenant ${name} in stack.json`)
  return tenant
}

/** An access token, got the way a browser gets it. */
export function tokenOf(email: string): string {
  return execFileSync(resolve(ROOT, 'infra/local/token'), [email], { encoding: 'utf8' }).trim()
}
