import type { Day } from '../../lib/api-types'
import type { Words } from '../../lib/i18n'
import type { Holiday, Region } from './holidays'

export const hoursWords: Words<{
  title: string
  lead: string
  days: Record<Day, string>
  open: (day: string) => string
  closed: string
  from: (day: string, period: number) => string
  to: (day: string, period: number) => string
  until: string
  addBreak: string
  removeBreak: string
  apply: string
  applyOf: (day: string) => string
  applied: (day: string, count: number) => string
  undo: string
  holidays: string
  holidaysHint: string
  worked: string
  region: string
  regions: Record<Region, string>
  holiday: Record<Holiday, string>
  order: string
  overlap: string
  never: string
  outside: (count: number) => string
}> = {
  fr: {
    title: 'Quand êtes-vous ouvert ?',
    lead: 'Une semaine habituelle est déjà remplie : ajustez ce qui change. L’assistant annonce ces horaires et ne propose de rendez-vous que là.',
    days: {
      MONDAY: 'Lundi',
      TUESDAY: 'Mardi',
      WEDNESDAY: 'Mercredi',
      THURSDAY: 'Jeudi',
      FRIDAY: 'Vendredi',
      SATURDAY: 'Samedi',
      SUNDAY: 'Dimanche',
    },
    open: (day) => `Ouvert le ${day.toLowerCase()}`,
    closed: 'Fermé',
    from: (day, period) => `${day}, ${period === 0 ? 'ouverture' : 'reprise'}`,
    to: (day, period) => `${day}, ${period === 0 ? 'fin' : 'fermeture'}`,
    until: 'à',
    addBreak: 'Ajouter une pause',
    removeBreak: 'Sans pause',
    apply: 'Appliquer aux autres jours',
    applyOf: (day) => `Appliquer les horaires du ${day.toLowerCase()} aux autres jours ouverts`,
    applied: (day, count) =>
      count === 0
        ? 'Aucun autre jour n’est ouvert.'
        : `Horaires du ${day.toLowerCase()} appliqués à ${count === 1 ? '1 autre jour' : `${count} autres jours`}.`,
    undo: 'Annuler',
    holidays: 'Fermé les jours fériés',
    holidaysHint: 'L’assistant le sait et ne propose rien ces jours-là.',
    worked: 'Jours fériés où vous êtes ouvert',
    region: 'Jours fériés de',
    regions: {
      METROPOLE: 'France métropolitaine',
      ALSACE_MOSELLE: 'Alsace-Moselle',
      GUADELOUPE: 'Guadeloupe',
      MARTINIQUE: 'Martinique',
      GUYANE: 'Guyane',
      LA_REUNION: 'La Réunion',
      MAYOTTE: 'Mayotte',
      SAINT_BARTHELEMY: 'Saint-Barthélemy',
      SAINT_MARTIN: 'Saint-Martin',
      SAINT_PIERRE_ET_MIQUELON: 'Saint-Pierre-et-Miquelon',
    },
    holiday: {
      NEW_YEAR: 'Jour de l’An',
      GOOD_FRIDAY: 'Vendredi saint',
      EASTER_MONDAY: 'Lundi de Pâques',
      LABOUR_DAY: '1er mai',
      VICTORY_1945: '8 mai',
      ASCENSION: 'Ascension',
      WHIT_MONDAY: 'Lundi de Pentecôte',
      NATIONAL_DAY: '14 juillet',
      ASSUMPTION: '15 août',
      ALL_SAINTS: 'Toussaint',
      ARMISTICE_1918: '11 novembre',
      CHRISTMAS: 'Noël',
      SAINT_STEPHEN: '26 décembre',
      ABOLITION: 'Abolition de l’esclavage',
    },
    order: 'La fin doit venir après le début.',
    overlap: 'La reprise doit venir après la pause.',
    never: 'Ouvrez au moins un jour.',
    outside: (count) =>
      count === 1
        ? '1 rendez-vous à venir est hors de ces horaires. Il est maintenu.'
        : `${count} rendez-vous à venir sont hors de ces horaires. Ils sont maintenus.`,
  },
  en: {
    title: 'When are you open?',
    lead: 'A usual week is filled in already: adjust what differs. The assistant tells these hours, and offers appointments only then.',
    days: {
      MONDAY: 'Monday',
      TUESDAY: 'Tuesday',
      WEDNESDAY: 'Wednesday',
      THURSDAY: 'Thursday',
      FRIDAY: 'Friday',
      SATURDAY: 'Saturday',
      SUNDAY: 'Sunday',
    },
    open: (day) => `Open on ${day}`,
    closed: 'Closed',
    from: (day, period) => `${day}, ${period === 0 ? 'opening' : 'after the break'}`,
    to: (day, period) => `${day}, ${period === 0 ? 'end' : 'closing'}`,
    until: 'to',
    addBreak: 'Add a break',
    removeBreak: 'No break',
    apply: 'Apply to the other days',
    applyOf: (day) => `Apply the hours of ${day} to the other open days`,
    applied: (day, count) =>
      count === 0
        ? 'No other day is open.'
        : `Hours of ${day} applied to ${count === 1 ? '1 other day' : `${count} other days`}.`,
    undo: 'Undo',
    holidays: 'Closed on public holidays',
    holidaysHint: 'The assistant knows, and offers nothing on those days.',
    worked: 'Public holidays on which you are open',
    region: 'Public holidays of',
    regions: {
      METROPOLE: 'Metropolitan France',
      ALSACE_MOSELLE: 'Alsace-Moselle',
      GUADELOUPE: 'Guadeloupe',
      MARTINIQUE: 'Martinique',
      GUYANE: 'French Guiana',
      LA_REUNION: 'Réunion',
      MAYOTTE: 'Mayotte',
      SAINT_BARTHELEMY: 'Saint-Barthélemy',
      SAINT_MARTIN: 'Saint-Martin',
      SAINT_PIERRE_ET_MIQUELON: 'Saint-Pierre-et-Miquelon',
    },
    holiday: {
      NEW_YEAR: 'New Year’s Day',
      GOOD_FRIDAY: 'Good Friday',
      EASTER_MONDAY: 'Easter Monday',
      LABOUR_DAY: '1 May',
      VICTORY_1945: '8 May',
      ASCENSION: 'Ascension',
      WHIT_MONDAY: 'Whit Monday',
      NATIONAL_DAY: '14 July',
      ASSUMPTION: '15 August',
      ALL_SAINTS: 'All Saints',
      ARMISTICE_1918: '11 November',
      CHRISTMAS: 'Christmas',
      SAINT_STEPHEN: '26 December',
      ABOLITION: 'Abolition of slavery',
    },
    order: 'The end must come after the beginning.',
    overlap: 'Work must go on after the break.',
    never: 'Open on at least one day.',
    outside: (count) =>
      count === 1
        ? '1 coming appointment is outside these hours. It stands.'
        : `${count} coming appointments are outside these hours. They stand.`,
  },
}
