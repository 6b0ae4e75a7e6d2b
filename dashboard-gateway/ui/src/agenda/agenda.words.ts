import type { Booking, HandledBooking } from '../lib/api-types'
import type { Words } from '../lib/i18n'

type NotTold = NonNullable<HandledBooking['notTold']>
type NotReminded = NonNullable<Booking['reminderProblem']>

export const agendaWords: Words<{
  locale: string
  title: string
  views: { day: string; week: string; list: string }
  view: string
  before: string
  after: string
  today: string
  add: string
  days: string
  pending: string
  error: { title: string; text: string; retry: string }
  closed: string
  none: { day: string; week: string }
  noneText: string
  count: (count: number) => string
  cancelled: string
  withWhom: (name: string) => string
  open: (customer: string, when: string) => string
  details: {
    when: string
    what: string
    who: string
    phone: string
    by: string
    assistant: string
    team: string
    reminder: string
    reminded: (when: string) => string
    reconfirmed: string
    notReminded: Record<NotReminded, string>
    conversation: string
    move: string
    cancel: string
    close: string
  }
  form: {
    title: string
    customer: string
    phone: string
    phoneHint: string
    optional: string
    services: string
    day: string
    time: string
    practitioner: string
    anybody: string
    override: string
    cancel: string
    save: string
    missing: { customerName: string; services: string; start: string }
  }
  moving: { title: string; save: string; keep: string }
  cancelling: {
    title: string
    text: (customer: string, when: string) => string
    reason: string
    yes: string
    no: string
  }
  told: string
  notTold: Record<NotTold, string>
  done: { entered: string; moved: string; cancelled: string }
  at: (day: string, from: string, to: string) => string
  /** A calendar elsewhere takes this time. */
  busy: (calendar: string, when: string) => string
}> = {
  fr: {
    locale: 'fr-FR',
    title: 'Agenda',
    views: { day: 'Jour', week: 'Semaine', list: 'Liste' },
    view: 'Affichage',
    before: 'Précédent',
    after: 'Suivant',
    today: 'Aujourd’hui',
    add: 'Nouveau rendez-vous',
    days: 'Jours de la semaine',
    pending: 'Chargement de l’agenda',
    error: {
      title: 'L’agenda ne s’affiche pas',
      text: 'Rien n’est perdu : les rendez-vous sont bien enregistrés.',
      retry: 'Réessayer',
    },
    closed: 'Fermé',
    none: { day: 'Aucun rendez-vous ce jour-là', week: 'Aucun rendez-vous cette semaine' },
    noneText: 'Ceux que l’assistant prendra viendront ici d’eux-mêmes.',
    count: (count) => (count === 1 ? '1 rendez-vous' : `${count} rendez-vous`),
    cancelled: 'Annulé',
    withWhom: (name) => `avec ${name}`,
    open: (customer, when) => `Rendez-vous de ${customer}, ${when}`,
    details: {
      when: 'Quand',
      what: 'Prestations',
      who: 'Avec',
      phone: 'Téléphone',
      by: 'Pris par',
      assistant: 'l’assistant',
      team: 'l’équipe',
      reminder: 'Rappel',
      reminded: (when) => `envoyé le ${when}`,
      reconfirmed: 'Le client a confirmé sa venue.',
      notReminded: {
        no_template: 'Non envoyé : le client n’a pas écrit depuis 24 h et aucun modèle de rappel n’est approuvé.',
        opted_out: 'Non envoyé : le client ne souhaite plus recevoir de messages.',
        no_address: 'Non envoyé : ce client n’a pas écrit sur WhatsApp.',
      },
      conversation: 'Ouvrir la conversation',
      move: 'Déplacer',
      cancel: 'Annuler le rendez-vous',
      close: 'Fermer',
    },
    form: {
      title: 'Nouveau rendez-vous',
      customer: 'Nom du client',
      phone: 'Téléphone',
      phoneHint: 'Si ce client vous a écrit sur WhatsApp, il y reçoit la confirmation.',
      optional: 'facultatif',
      services: 'Prestations',
      day: 'Jour',
      time: 'Heure',
      practitioner: 'Avec',
      anybody: 'Peu importe',
      override: 'Réserver quand même, en dehors des horaires',
      cancel: 'Annuler',
      save: 'Enregistrer',
      missing: {
        customerName: 'Indiquez le nom du client.',
        services: 'Choisissez au moins une prestation.',
        start: 'Indiquez le jour et l’heure.',
      },
    },
    moving: { title: 'Déplacer le rendez-vous', save: 'Déplacer', keep: 'Ne rien changer' },
    cancelling: {
      title: 'Annuler ce rendez-vous ?',
      text: (customer, when) => `${customer}, ${when}. L’heure redevient libre.`,
      reason: 'Motif, que le client lira',
      yes: 'Annuler le rendez-vous',
      no: 'Le garder',
    },
    told: 'Le client est prévenu sur WhatsApp.',
    notTold: {
      no_conversation: 'Le client n’est pas prévenu : il n’a pas de conversation WhatsApp avec vous.',
      opted_out: 'Le client n’est pas prévenu : il ne souhaite plus recevoir de messages.',
      window_closed: 'Le client n’est pas prévenu : il n’a pas écrit depuis 24 h. Appelez-le.',
      past: 'Le client n’est pas prévenu : ce rendez-vous est passé.',
      same_time: 'L’heure est la même : le client n’a pas été dérangé.',
    },
    done: {
      entered: 'Le rendez-vous est enregistré.',
      moved: 'Le rendez-vous est déplacé.',
      cancelled: 'Le rendez-vous est annulé.',
    },
    at: (day, from, to) => `${day}, de ${from} à ${to}`,
    busy: (calendar, when) => `Occupé d’après ${calendar}, ${when}`,
  },
  en: {
    locale: 'en-GB',
    title: 'Agenda',
    views: { day: 'Day', week: 'Week', list: 'List' },
    view: 'View',
    before: 'Before',
    after: 'After',
    today: 'Today',
    add: 'New booking',
    days: 'Days of the week',
    pending: 'Loading the agenda',
    error: { title: 'The agenda cannot be shown', text: 'Nothing is lost: bookings are saved.', retry: 'Try again' },
    closed: 'Closed',
    none: { day: 'No booking on that day', week: 'No booking in that week' },
    noneText: 'Those that the assistant takes will come here by themselves.',
    count: (count) => (count === 1 ? '1 booking' : `${count} bookings`),
    cancelled: 'Cancelled',
    withWhom: (name) => `with ${name}`,
    open: (customer, when) => `Booking of ${customer}, ${when}`,
    details: {
      when: 'When',
      what: 'Services',
      who: 'With',
      phone: 'Phone',
      by: 'Taken by',
      assistant: 'the assistant',
      team: 'the team',
      reminder: 'Reminder',
      reminded: (when) => `sent on ${when}`,
      reconfirmed: 'The customer said that they will come.',
      notReminded: {
        no_template: 'Not sent: the customer has not written for 24 h, and no reminder template is approved.',
        opted_out: 'Not sent: the customer wants no messages.',
        no_address: 'Not sent: this customer has not written on WhatsApp.',
      },
      conversation: 'Open the conversation',
      move: 'Move',
      cancel: 'Cancel the booking',
      close: 'Close',
    },
    form: {
      title: 'New booking',
      customer: 'Customer’s name',
      phone: 'Phone',
      phoneHint: 'A customer who wrote to you on WhatsApp is told there.',
      optional: 'optional',
      services: 'Services',
      day: 'Day',
      time: 'Time',
      practitioner: 'With',
      anybody: 'Anybody',
      override: 'Book all the same, outside the opening hours',
      cancel: 'Cancel',
      save: 'Save',
      missing: {
        customerName: 'Say the customer’s name.',
        services: 'Choose at least one service.',
        start: 'Say the day and the time.',
      },
    },
    moving: { title: 'Move the booking', save: 'Move', keep: 'Change nothing' },
    cancelling: {
      title: 'Cancel this booking?',
      text: (customer, when) => `${customer}, ${when}. The time is free again.`,
      reason: 'Reason, which the customer reads',
      yes: 'Cancel the booking',
      no: 'Keep it',
    },
    told: 'The customer is told on WhatsApp.',
    notTold: {
      no_conversation: 'The customer is not told: they have no WhatsApp conversation with you.',
      opted_out: 'The customer is not told: they want no messages.',
      window_closed: 'The customer is not told: they have not written for 24 h. Call them.',
      past: 'The customer is not told: this booking is past.',
      same_time: 'The time is the same: the customer was not disturbed.',
    },
    done: { entered: 'The booking is saved.', moved: 'The booking is moved.', cancelled: 'The booking is cancelled.' },
    at: (day, from, to) => `${day}, from ${from} to ${to}`,
    busy: (calendar, when) => `Busy according to ${calendar}, ${when}`,
  },
}
