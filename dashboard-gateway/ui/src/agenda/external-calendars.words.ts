import type { ExternalCalendar } from '../lib/api-types'
import type { Words } from '../lib/i18n'

export const externalCalendarsWords: Words<{
  title: string
  lead: string
  none: string
  whole: string
  of: (name: string) => string
  read: (when: string, upcoming: number) => string
  trouble: Record<NonNullable<ExternalCalendar['trouble']>, string>
  held: (when: string) => string
  readAgain: (name: string) => string
  readShort: string
  remove: (name: string) => string
  removeShort: string
  add: string
  form: {
    title: string
    name: string
    namePlaceholder: string
    address: string
    addressHint: string
    whose: string
    save: string
    cancel: string
    missing: { name: string; address: string }
    where: { title: string; items: string[] }
  }
  sure: { title: string; text: string; yes: string; no: string }
  error: string
  retry: string
  pending: string
}> = {
  fr: {
    title: 'Vos autres agendas',
    lead: 'Ce qui y est noté bloque les rendez-vous ici. Seules les heures sont gardées, jamais les titres.',
    none: 'Google, Apple, Outlook, Planity : reliez un agenda, et l’assistant ne proposera plus les heures qui y sont prises.',
    whole: 'Tout l’établissement',
    of: (name) => `Pour ${name}`,
    read: (when, upcoming) =>
      `Lu le ${when} · ${upcoming === 0 ? 'rien à venir' : upcoming === 1 ? '1 plage occupée à venir' : `${upcoming} plages occupées à venir`}`,
    trouble: {
      unreachable: 'Le serveur de cet agenda ne répond pas.',
      forbidden: 'L’accès est refusé : l’adresse a peut-être changé.',
      not_found: 'Il n’y a plus d’agenda à cette adresse.',
      no_calendar: 'Ce qui s’y trouve n’est plus un agenda.',
      too_large: 'Cet agenda est devenu trop gros.',
    },
    held: (when) => `Ce qui a été lu le ${when} reste bloqué.`,
    readAgain: (name) => `Relire ${name} maintenant`,
    readShort: 'Relire',
    remove: (name) => `Retirer ${name}`,
    removeShort: 'Retirer',
    add: 'Relier un agenda',
    form: {
      title: 'Relier un agenda',
      name: 'Nom',
      namePlaceholder: 'Google, perso…',
      address: 'Adresse iCal',
      addressHint: 'Elle commence par https:// ou webcal://. Elle est chiffrée, et personne ne la revoit.',
      whose: 'Pour',
      save: 'Relier',
      cancel: 'Fermer',
      missing: { name: 'Donnez un nom à cet agenda.', address: 'Collez l’adresse de cet agenda.' },
      where: {
        title: 'Où trouver l’adresse',
        items: [
          'Google Agenda, sur ordinateur : Paramètres, votre agenda, « Adresse secrète au format iCal ».',
          'Apple : partagez l’agenda en « Calendrier public » et copiez le lien.',
          'Outlook : Paramètres, Calendriers partagés, « Publier un calendrier », lien ICS.',
        ],
      },
    },
    sure: {
      title: 'Retirer cet agenda ?',
      text: 'Ses heures occupées redeviennent libres à la réservation.',
      yes: 'Retirer',
      no: 'Garder',
    },
    error: 'On ne sait pas quels agendas sont reliés.',
    retry: 'Réessayer',
    pending: 'Chargement',
  },
  en: {
    title: 'Your other calendars',
    lead: 'What stands there cannot be booked here. Only times are kept, never titles.',
    none: 'Google, Apple, Outlook, Planity: connect a calendar, and the assistant no longer offers those times.',
    whole: 'The whole house',
    of: (name) => `For ${name}`,
    read: (when, upcoming) =>
      `Read on ${when} · ${upcoming === 0 ? 'nothing to come' : upcoming === 1 ? '1 busy time to come' : `${upcoming} busy times to come`}`,
    trouble: {
      unreachable: 'The server of this calendar does not answer.',
      forbidden: 'Access is denied: the address may have changed.',
      not_found: 'There is no calendar at this address any more.',
      no_calendar: 'What is there is no calendar any more.',
      too_large: 'This calendar has become too large.',
    },
    held: (when) => `What was read on ${when} stays blocked.`,
    readAgain: (name) => `Read ${name} now`,
    readShort: 'Read now',
    remove: (name) => `Remove ${name}`,
    removeShort: 'Remove',
    add: 'Connect a calendar',
    form: {
      title: 'Connect a calendar',
      name: 'Name',
      namePlaceholder: 'Google, private…',
      address: 'iCal address',
      addressHint: 'It begins with https:// or webcal://. It is encrypted, and nobody sees it again.',
      whose: 'For',
      save: 'Connect',
      cancel: 'Close',
      missing: { name: 'Name this calendar.', address: 'Paste the address of this calendar.' },
      where: {
        title: 'Where to find the address',
        items: [
          'Google Calendar, on a computer: Settings, your calendar, “Secret address in iCal format”.',
          'Apple: share the calendar as “Public Calendar” and copy the link.',
          'Outlook: Settings, Shared calendars, “Publish a calendar”, ICS link.',
        ],
      },
    },
    sure: {
      title: 'Remove this calendar?',
      text: 'Its busy times can be booked again.',
      yes: 'Remove',
      no: 'Keep',
    },
    error: 'Nobody knows which calendars are connected.',
    retry: 'Try again',
    pending: 'Loading',
  },
}
