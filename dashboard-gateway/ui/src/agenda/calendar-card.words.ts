import type { Words } from '../lib/i18n'

export const calendarCardWords: Words<{
  title: string
  lead: string
  none: string
  since: (day: string) => string
  make: string
  another: string
  revoke: string
  copy: string
  copied: string
  once: string
  sure: { title: string; another: string; revoke: string; yesAnother: string; yesRevoke: string; no: string }
  error: string
  retry: string
  pending: string
}> = {
  fr: {
    title: 'Votre agenda sur votre téléphone',
    lead: 'Une adresse secrète à donner à Google Agenda, Apple ou Outlook : vos rendez-vous y viennent d’eux-mêmes. Qui connaît l’adresse les voit.',
    none: 'Aucune adresse pour l’instant.',
    since: (day) => `Une adresse existe depuis le ${day}.`,
    make: 'Créer l’adresse',
    another: 'Remplacer l’adresse',
    revoke: 'Supprimer l’adresse',
    copy: 'Copier',
    copied: 'Copiée',
    once: 'Copiez-la maintenant : elle ne sera plus affichée.',
    sure: {
      title: 'Abandonner cette adresse ?',
      another: 'Les agendas abonnés cesseront de se mettre à jour : il faudra leur donner la nouvelle adresse.',
      revoke: 'Les agendas abonnés cesseront de se mettre à jour.',
      yesAnother: 'Remplacer',
      yesRevoke: 'Supprimer',
      no: 'Garder',
    },
    error: 'On ne sait pas s’il y a une adresse.',
    retry: 'Réessayer',
    pending: 'Chargement',
  },
  en: {
    title: 'Your agenda on your phone',
    lead: 'A secret address to give to Google Calendar, Apple or Outlook: your bookings come there by themselves. Who knows the address sees them.',
    none: 'No address yet.',
    since: (day) => `There has been an address since ${day}.`,
    make: 'Make the address',
    another: 'Replace the address',
    revoke: 'Delete the address',
    copy: 'Copy',
    copied: 'Copied',
    once: 'Copy it now: it is not shown again.',
    sure: {
      title: 'Give this address up?',
      another: 'Subscribed calendars will no longer be kept up to date: give them the new address.',
      revoke: 'Subscribed calendars will no longer be kept up to date.',
      yesAnother: 'Replace',
      yesRevoke: 'Delete',
      no: 'Keep',
    },
    error: 'Nobody knows whether there is an address.',
    retry: 'Try again',
    pending: 'Loading',
  },
}
