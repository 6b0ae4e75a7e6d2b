import { createHash } from 'node:crypto'

/** As `Ids` of event-contracts: frozen there, and so here. */
const NAMESPACE = 'b3e1f0a2-6d0c-5c57-9a51-4b1e3a0f7c11'

/** The id under which a message of a customer must stand in the database, whatever happened to its webhook. */
export function messageIdOf(accountSid: string, messageSid: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(['message', accountSid, messageSid].join('\u001f'))
    .digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
