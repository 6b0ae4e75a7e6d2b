import type { FieldError, Settings, Vertical } from '../../lib/api-types'
import type { businessWords } from './business.words'

/** The business as it is typed. */
export interface Business {
  name: string
  vertical: Vertical | null
  timeZone: string
  street: string
  postalCode: string
  city: string
}

/** Said by the browser; France where it does not say. */
export function blankBusiness(): Business {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined
  return { name: '', vertical: null, timeZone: timeZone ?? 'Europe/Paris', street: '', postalCode: '', city: '' }
}

export function toBusiness({ name, vertical, timeZone, address }: Settings): Business {
  const { street = '', postalCode = '', city = '' } = address ?? {}
  return { name, vertical, timeZone, street, postalCode, city }
}

/** As the API takes it; no address where none of it was typed. */
export function fromBusiness({ name, vertical, timeZone, street, postalCode, city }: Business) {
  const isBlank = [street, postalCode, city].every((it) => it.trim() === '')
  return {
    name: name.trim(),
    vertical: vertical ?? ('beauty' as const),
    timeZone,
    address: isBlank ? undefined : { street: street.trim(), postalCode: postalCode.trim(), city: city.trim() },
  }
}

/** What can be seen to be wrong without asking. An address is whole or not there. */
export function mistakesOf(business: Business, words: (typeof businessWords)['fr']['missing']): FieldError[] {
  const { address } = fromBusiness(business)
  const errors: FieldError[] = []
  const note = (field: string, message: string) => errors.push({ field, message })
  if (business.name.trim() === '') note('name', words.name)
  if (business.vertical === null) note('vertical', words.vertical)
  if (address) {
    if (address.street === '') note('address.street', words.street)
    if (address.postalCode === '') note('address.postalCode', words.postalCode)
    else if (!/^\d{5}$/.test(address.postalCode)) note('address.postalCode', words.postalCodeDigits)
    if (address.city === '') note('address.city', words.city)
  }
  return errors
}

const FRENCH_ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
  'America/Miquelon',
  'America/St_Barthelemy',
  'America/Marigot',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Europe/Brussels',
  'Europe/Luxembourg',
  'Europe/Zurich',
]

export function timeZonesWith(chosen: string): { value: string; label: string }[] {
  const zones = FRENCH_ZONES.includes(chosen) ? FRENCH_ZONES : [chosen, ...FRENCH_ZONES]
  return zones.map((value) => ({ value, label: toPlace(value) }))
}

/** "Europe/Paris" is "Paris". */
export function toPlace(zone: string): string {
  const names: Record<string, string> = {
    'America/Cayenne': 'Cayenne (Guyane)',
    'Indian/Reunion': 'La Réunion',
    'America/Miquelon': 'Saint-Pierre-et-Miquelon',
    'America/St_Barthelemy': 'Saint-Barthélemy',
    'America/Marigot': 'Saint-Martin',
    'Pacific/Noumea': 'Nouméa (Nouvelle-Calédonie)',
    'Europe/Brussels': 'Bruxelles',
    'Europe/Zurich': 'Zurich',
  }
  return names[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
