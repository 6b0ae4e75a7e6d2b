import type { FieldError, ServiceOffer, ServiceRequest, Suggestions } from '../../lib/api-types'
import { isSame } from '../use-kept'

/** A service as it is typed: ticked or not, saved or not yet. */
export interface Offer {
  key: string
  /** Its Idempotency-Key, from when it was ticked: it is added once, however often it is sent. */
  once: string
  /** What is known of it, when it was saved before. */
  saved?: { id: string; version: number; request: ServiceRequest }
  isChosen: boolean
  isOwn: boolean
  name: string
  synonyms: string[]
  duration: string
  price: string
  priceFrom: boolean
  bufferMinutes: number
  bookable: boolean
}

/** What the business has, ticked; below it what its trade usually has. */
export function toOffers(services: ServiceOffer[], { services: suggested }: Suggestions): Offer[] {
  const known = new Set(services.map(({ name }) => name.toLowerCase()))
  return [
    ...services.map(toOffer),
    ...suggested
      .filter(({ name }) => !known.has(name.toLowerCase()))
      .map(({ name, synonyms, durationMinutes, bufferMinutes, priceCents, priceFrom }) => ({
        key: name,
        once: '',
        isChosen: false,
        isOwn: false,
        name,
        synonyms,
        duration: String(durationMinutes),
        price: toPrice(priceCents),
        priceFrom,
        bufferMinutes,
        bookable: true,
      })),
  ]
}

function toOffer(service: ServiceOffer): Offer {
  const { id, version } = service
  const request = toRequest(service)
  const { name, synonyms, durationMinutes, priceCents, priceFrom, bufferMinutes, bookable } = request
  return {
    key: id,
    once: '',
    saved: { id, version, request },
    isChosen: true,
    isOwn: false,
    name,
    synonyms,
    duration: String(durationMinutes),
    price: toPrice(priceCents),
    priceFrom,
    bufferMinutes,
    bookable,
  }
}

export function ownOffer(key: string): Offer {
  return {
    key,
    once: key,
    isChosen: true,
    isOwn: true,
    name: '',
    synonyms: [],
    duration: '60',
    price: '',
    priceFrom: false,
    bufferMinutes: 0,
    bookable: true,
  }
}

/** As the API takes it. */
export function fromOffer(offer: Offer): ServiceRequest {
  const { name, synonyms, duration, price, priceFrom, bufferMinutes, bookable } = offer
  const priceCents = toCents(price)
  return {
    name: name.trim(),
    synonyms,
    durationMinutes: Number(duration),
    bufferMinutes,
    priceCents,
    priceFrom: priceCents !== undefined && priceFrom,
    bookable,
  }
}

/** What has to be done so that it is saved as it is typed. */
export type Task = 'add' | 'change' | 'remove' | 'none'

export function taskOf(offer: Offer): Task {
  if (!offer.saved) return offer.isChosen ? 'add' : 'none'
  if (!offer.isChosen) return 'remove'
  const { request } = offer.saved
  const typed = fromOffer(offer)
  const isAsSaved = (Object.keys(typed) as (keyof ServiceRequest)[]).every((part) => isSame(typed[part], request[part]))
  return isAsSaved ? 'none' : 'change'
}

/** After it was saved: what is typed is what is known. */
export function settled(offer: Offer, service: ServiceOffer): Offer {
  const { id, version } = service
  return { ...offer, isOwn: false, saved: { id, version, request: toRequest(service) } }
}

function toRequest(service: ServiceOffer): ServiceRequest {
  const { name, synonyms, durationMinutes, bufferMinutes, priceCents, priceFrom, bookable } = service
  return { name, synonyms, durationMinutes, bufferMinutes, priceCents, priceFrom, bookable }
}

/** After it was removed: only proposed again. */
export function withdrawn(offer: Offer): Offer {
  return { ...offer, once: '', saved: undefined, isChosen: false }
}

/** @param key for one that was never sent */
export function ticked(offer: Offer, isChosen: boolean, key: string): Offer {
  return { ...offer, isChosen, once: isChosen && offer.once === '' ? key : offer.once }
}

/** What somebody else saved meanwhile, under what is typed here; a service of theirs that is new comes on top. */
export function underneath(offers: Offer[], services: ServiceOffer[]): Offer[] {
  const theirs = new Map(services.map((service) => [service.id, service]))
  const here = new Set(offers.map(({ saved }) => saved?.id))
  return [
    ...services.filter(({ id }) => !here.has(id)).map(toOffer),
    ...offers.map((offer) => {
      const { saved } = offer
      if (!saved) return offer
      const theirOwn = theirs.get(saved.id)
      if (!theirOwn) return withdrawn(offer)
      return taskOf(offer) === 'none' ? toOffer(theirOwn) : settled(offer, theirOwn)
    }),
  ]
}

export interface OfferWords {
  name: string
  twice: string
  duration: string
  price: string
}

const LONGEST_MINUTES = 12 * 60

/** What cannot be, at the field `key.part`. */
export function mistakesOf(offers: Offer[], words: OfferWords): FieldError[] {
  const seen = new Set<string>()
  return offers
    .filter(({ isChosen }) => isChosen)
    .flatMap((offer) => {
      const errors: FieldError[] = []
      const name = offer.name.trim().toLowerCase()
      const minutes = Number(offer.duration)
      if (name === '') errors.push({ field: `${offer.key}.name`, message: words.name })
      else if (seen.has(name)) errors.push({ field: `${offer.key}.name`, message: words.twice })
      seen.add(name)
      if (!/^\d+$/.test(offer.duration.trim()) || minutes < 5 || minutes > LONGEST_MINUTES)
        errors.push({ field: `${offer.key}.durationMinutes`, message: words.duration })
      if (offer.price.trim() !== '' && toCents(offer.price) === undefined)
        errors.push({ field: `${offer.key}.priceCents`, message: words.price })
      return errors
    })
}

/** "35,50" and "35.5 €" are 3550; what is no price is none. */
export function toCents(price: string): number | undefined {
  const plain = price.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  return /^\d{1,5}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

export function toPrice(cents: number | undefined): string {
  if (cents === undefined) return ''
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',')
}
