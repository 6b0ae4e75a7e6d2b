import type { Words } from '../../lib/i18n'

export const templateWords: Words<{
  title: string
  close: string
  list: string
  pending: string
  error: { title: string; text: string; retry: string }
  none: { title: string; text: string }
  refresh: string
  back: string
  variable: (name: string) => string
  preview: string
  missing: string
  send: string
  category: (category: string) => string
}> = {
  fr: {
    title: 'Choisir un modèle',
    close: 'Fermer',
    list: 'Modèles approuvés',
    pending: 'Chargement des modèles',
    error: {
      title: 'Les modèles ne s’affichent pas',
      text: 'Réessayez dans un instant.',
      retry: 'Réessayer',
    },
    none: {
      title: 'Aucun modèle approuvé',
      text: 'Les modèles se préparent dans votre compte Twilio et sont approuvés par WhatsApp, le plus souvent en quelques heures.',
    },
    refresh: 'Actualiser la liste',
    back: 'Autre modèle',
    variable: (name) => `Champ ${name}`,
    preview: 'Aperçu du message',
    missing: 'Remplissez tous les champs pour envoyer.',
    send: 'Envoyer',
    category: (category) =>
      ({ utility: 'Service', marketing: 'Promotion', authentication: 'Authentification' })[category] ?? category,
  },
  en: {
    title: 'Choose a template',
    close: 'Close',
    list: 'Approved templates',
    pending: 'Loading templates',
    error: { title: 'Templates cannot be shown', text: 'Try again in a moment.', retry: 'Try again' },
    none: {
      title: 'No approved template',
      text: 'Templates are prepared in your Twilio account and approved by WhatsApp, mostly within hours.',
    },
    refresh: 'Refresh the list',
    back: 'Another template',
    variable: (name) => `Field ${name}`,
    preview: 'Preview of the message',
    missing: 'Fill in all fields to send.',
    send: 'Send',
    category: (category) =>
      ({ utility: 'Utility', marketing: 'Marketing', authentication: 'Authentication' })[category] ?? category,
  },
}
