import { readStack } from '../support/stack.ts'

/** A way for the simulated Twilio to go wrong; see the simulator's CANVAS. */
export interface Failure {
  mode: string
  endpoint?: string
  count?: number
  delayMs?: number
  retryAfterSeconds?: number
  code?: number
}

export async function fail(...failures: Failure[]): Promise<void> {
  await ask('PUT', failures)
}

export async function heal(): Promise<void> {
  await ask('DELETE')
}

async function ask(method: string, body?: unknown) {
  const response = await fetch(`${readStack().twilio.url}/simulator/failures`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the simulator refuses this failure: ${response.status} ${await response.text()}`)
}
