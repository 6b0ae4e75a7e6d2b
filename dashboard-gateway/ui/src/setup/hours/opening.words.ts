import type { Words } from '../../lib/i18n'
import type { ExceptionWords } from './exceptional'

export const openingWords: Words<{
  title: string
  lead: string
  readOnly: string
  week: string
  exceptions: {
    title: string
    lead: string
    list: string
    absences: string
    add: string
    addAbsence: string
    kind: string
    closed: string
    open: string
    from: string
    to: string
    start: string
    end: string
    label: string
    remove: (label: string, day: string) => string
    mistakes: ExceptionWords
  }
  rules: {
    title: string
    lead: string
    earliest: string
    earliestHint: string
    horizon: string
    horizonHint: string
    grid: string
    gridHint: string
    strict: string
    strictHint: string
    seats: string
    seatsHint: string
    minutes: (minutes: number) => string
    hours: (hours: number) => string
    days: (days: number) => string
    number: (from: number, to: number) => string
  }
  team: {
    title: string
    lead: string
    list: string
    add: string
    name: string
    services: string
    always: string
    alwaysHint: string
    remove: (name: string) => string
    missing: string
    nothing: string
  }
  save: string
  saved: string
  meanwhile: string
  discard: string
}> = {
  fr: {
    title: 'Horaires et équipe',
    lead: 'L’assistant annonce ces horaires et ne propose de rendez-vous que là. Ce qui est déjà réservé est maintenu.',
    readOnly: 'Seuls les gérants peuvent modifier les horaires.',
    week: 'Semaine habituelle',
    exceptions: {
      title: 'Fermetures et ouvertures exceptionnelles',
      lead: 'Congés, travaux, un dimanche avant Noël… Sans heures, toute la journée est fermée.',
      list: 'Jours exceptionnels',
      absences: 'Absences',
      add: 'Ajouter des jours',
      addAbsence: 'Ajouter une absence',
      kind: 'Ce jour-là',
      closed: 'Fermé',
      open: 'Ouvert',
      from: 'Du',
      to: 'Au (inclus)',
      start: 'De',
      end: 'À',
      label: 'Motif',
      remove: (label, day) => `Supprimer ${label || day || 'cette ligne'}`,
      mistakes: {
        day: 'Indiquez le premier jour.',
        order: 'Le dernier jour vient après le premier.',
        times: 'Indiquez les deux heures, la fin après le début.',
        hours: 'Indiquez les heures d’ouverture.',
      },
    },
    rules: {
      title: 'Rendez-vous',
      lead: 'Ce que l’assistant peut proposer à vos clients.',
      earliest: 'Au plus tôt',
      earliestHint: 'Le délai qu’il vous faut avant un rendez-vous.',
      horizon: 'Au plus tard',
      horizonHint: 'Jusqu’à combien de jours à l’avance on peut réserver.',
      grid: 'Un début possible toutes les',
      gridHint: 'Par exemple 9 h, 9 h 15, 9 h 30…',
      strict: 'Seulement à ces heures',
      strictHint: 'Sinon, un rendez-vous peut aussi commencer dès que le précédent finit.',
      seats: 'Clients en même temps',
      seatsHint: 'Autant que vous avez de postes ou de personnes.',
      minutes: (minutes) => `${minutes} min`,
      hours: (hours) => (hours === 1 ? '1 heure avant' : `${hours} heures avant`),
      days: (days) => (days === 1 ? '1 jour avant' : `${days} jours avant`),
      number: (from, to) => `Entre ${from} et ${to}.`,
    },
    team: {
      title: 'Qui reçoit les clients',
      lead: 'Facultatif : utile quand chacun a ses prestations ou ses horaires. Les clients peuvent alors demander quelqu’un.',
      list: 'Personnes qui reçoivent',
      add: 'Ajouter une personne',
      name: 'Prénom',
      services: 'Prestations',
      always: 'Travaille à tous les horaires d’ouverture',
      alwaysHint: 'Sinon, donnez ses propres horaires.',
      remove: (name) => `Retirer ${name || 'cette personne'}`,
      missing: 'Indiquez le prénom.',
      nothing: 'Choisissez au moins une prestation.',
    },
    save: 'Enregistrer',
    saved: 'C’est enregistré : l’assistant le sait.',
    meanwhile: 'Les horaires enregistrés entre-temps sont affichés.',
    discard: 'Annuler les modifications',
  },
  en: {
    title: 'Hours and team',
    lead: 'The assistant tells these hours, and offers appointments only then. What is booked already stands.',
    readOnly: 'Only owners can change the hours.',
    week: 'Usual week',
    exceptions: {
      title: 'Exceptional closings and openings',
      lead: 'Holidays, works, a Sunday before Christmas… Without times the whole day is closed.',
      list: 'Exceptional days',
      absences: 'Absences',
      add: 'Add days',
      addAbsence: 'Add an absence',
      kind: 'On that day',
      closed: 'Closed',
      open: 'Open',
      from: 'From',
      to: 'Until (included)',
      start: 'From',
      end: 'To',
      label: 'Reason',
      remove: (label, day) => `Delete ${label || day || 'this line'}`,
      mistakes: {
        day: 'Say the first day.',
        order: 'The last day comes after the first.',
        times: 'Say both times, the end after the beginning.',
        hours: 'Say the opening hours.',
      },
    },
    rules: {
      title: 'Appointments',
      lead: 'What the assistant may offer your customers.',
      earliest: 'At the earliest',
      earliestHint: 'The time that you need before an appointment.',
      horizon: 'At the latest',
      horizonHint: 'How many days ahead can be booked.',
      grid: 'A possible start every',
      gridHint: 'For example 9:00, 9:15, 9:30…',
      strict: 'Only at these times',
      strictHint: 'Else an appointment may begin as soon as the one before ends.',
      seats: 'Customers at the same time',
      seatsHint: 'As many as you have chairs or people.',
      minutes: (minutes) => `${minutes} min`,
      hours: (hours) => (hours === 1 ? '1 hour before' : `${hours} hours before`),
      days: (days) => (days === 1 ? '1 day before' : `${days} days before`),
      number: (from, to) => `Between ${from} and ${to}.`,
    },
    team: {
      title: 'Who sees customers',
      lead: 'Optional: useful when each has services or hours of their own. Customers can ask for somebody then.',
      list: 'People who see customers',
      add: 'Add a person',
      name: 'First name',
      services: 'Services',
      always: 'Works whenever it is open',
      alwaysHint: 'Else say their own hours.',
      remove: (name) => `Remove ${name || 'this person'}`,
      missing: 'Say the first name.',
      nothing: 'Choose at least one service.',
    },
    save: 'Save',
    saved: 'It is saved: the assistant knows.',
    meanwhile: 'The hours that were saved meanwhile are shown.',
    discard: 'Discard changes',
  },
}
