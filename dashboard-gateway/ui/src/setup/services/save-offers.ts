import type { FieldError } from '../../lib/api-types'
import { Problem } from '../../lib/fetch-json'
import { addService, changeService, removeService } from '../setup.queries'
import { fromOffer, settled, taskOf, withdrawn, type Offer } from './offer'

/** One after the other. What is saved stays saved: where one is refused, the next try goes on from there. */
export async function saveAll(offers: Offer[], onSaved: (offers: Offer[]) => void): Promise<void> {
  let now = offers
  for (const offer of offers) {
    const task = taskOf(offer)
    if (task === 'none') continue
    try {
      const saved = await save(offer, task)
      now = now.map((it) => (it.key === offer.key ? saved : it))
      onSaved(now)
    } catch (error) {
      throw atRow(error, offer.key)
    }
  }
}

async function save(offer: Offer, task: 'add' | 'change' | 'remove'): Promise<Offer> {
  const { saved } = offer
  if (!saved) return settled(offer, await addService(fromOffer(offer), offer.once))
  if (task === 'remove') {
    await removeService(saved.id, saved.version)
    return withdrawn(offer)
  }
  return settled(offer, await changeService(saved.id, { ...fromOffer(offer), version: saved.version }))
}

/** The API names a field of the one service that it was sent; the list has many. */
function atRow(error: unknown, key: string): unknown {
  if (!(error instanceof Problem)) return error
  const errors: FieldError[] = error.errors.map(({ field, message }) => ({ field: `${key}.${field}`, message }))
  return new Problem(error.status, error.title, error.detail, errors)
}
