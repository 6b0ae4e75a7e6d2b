import type { Words } from '../lib/i18n'

export const subpageWords: Words<{ back: string; pending: string; error: string; retry: string }> = {
  fr: {
    back: 'Retour aux réglages',
    pending: 'Chargement',
    error: 'Cette page ne s’affiche pas.',
    retry: 'Réessayer',
  },
  en: { back: 'Back to settings', pending: 'Loading', error: 'This page cannot be shown.', retry: 'Try again' },
}
