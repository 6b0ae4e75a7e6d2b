/** Those of every region, in the order of the year, then whose they are alone. The agenda's own names. */
const EVERYWHERE = [
  'NEW_YEAR',
  'EASTER_MONDAY',
  'LABOUR_DAY',
  'VICTORY_1945',
  'ASCENSION',
  'WHIT_MONDAY',
  'NATIONAL_DAY',
  'ASSUMPTION',
  'ALL_SAINTS',
  'ARMISTICE_1918',
  'CHRISTMAS',
] as const

const OWN = {
  METROPOLE: [],
  ALSACE_MOSELLE: ['GOOD_FRIDAY', 'SAINT_STEPHEN'],
  GUADELOUPE: ['ABOLITION_IN_GUADELOUPE'],
  MARTINIQUE: ['ABOLITION_IN_MARTINIQUE'],
  GUYANE: ['ABOLITION_IN_GUYANE'],
  LA_REUNION: ['ABOLITION_IN_LA_REUNION'],
  MAYOTTE: ['ABOLITION_IN_MAYOTTE'],
  SAINT_BARTHELEMY: ['ABOLITION_IN_SAINT_BARTHELEMY'],
  SAINT_MARTIN: ['ABOLITION_IN_SAINT_MARTIN'],
  SAINT_PIERRE_ET_MIQUELON: [],
} as const

export type Region = keyof typeof OWN
export const REGIONS = Object.keys(OWN) as Region[]

/** Every name of a holiday that somebody may have to read. */
export type Holiday = (typeof EVERYWHERE)[number] | 'GOOD_FRIDAY' | 'SAINT_STEPHEN' | 'ABOLITION'

export function holidaysOf(region: string): string[] {
  return [...EVERYWHERE, ...(isRegion(region) ? OWN[region] : [])]
}

export function toHoliday(name: string): Holiday {
  return name.startsWith('ABOLITION') ? 'ABOLITION' : (name as Holiday)
}

/** Who works on holidays hardly means these. */
export function usuallyWorked(region: string): string[] {
  return holidaysOf(region).filter((it) => !['NEW_YEAR', 'LABOUR_DAY', 'CHRISTMAS'].includes(it))
}

function isRegion(region: string): region is Region {
  return region in OWN
}
