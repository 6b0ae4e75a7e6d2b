import { z } from 'zod'
import { paths } from '../lib/paths'
import type ClerkGate from './clerk-gate'
import { signInAtOidc } from './oidc'

export interface SignedIn {
  signOut: () => void
}

/** What stands between a browser and the dashboard: open already, or kept by Clerk, whose parts are loaded only then. */
export type Door =
  { kind: 'open'; signedIn: SignedIn } | { kind: 'clerk'; publishableKey: string; Gate: typeof ClerkGate }

const clientConfig = z.object({
  authority: z.string(),
  clientId: z.string(),
  scope: z.string(),
  clerkPublishableKey: z.string().optional(),
})

export type ClientConfig = z.infer<typeof clientConfig>

/** Asks the gateway where one signs in, and goes there. Resolves to nothing when the page is about to leave. */
export async function signIn(): Promise<Door | undefined> {
  const response = await fetch(paths.clientConfig, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`client settings: HTTP ${response.status}`)
  const config = clientConfig.parse(await response.json())
  const publishableKey = config.clerkPublishableKey
  if (publishableKey) return { kind: 'clerk', publishableKey, Gate: (await import('./clerk-gate')).default }
  const signedIn = await signInAtOidc(config)
  return signedIn && { kind: 'open', signedIn }
}
