import type { Words } from '../lib/i18n'

export const settingsCardWords: Words<{
  title: string
  lead: string
  business: string
  tone: string
  readOnly: string
  save: string
  saved: string
  discard: string
  pending: string
  error: string
  retry: string
  address: string
  none: string
  trade: string
  name: string
  timeZone: string
  speaks: string
  signature: string
  meanwhile: string
}> = {
  fr: {
    title: 'Votre établissement',
    lead: 'Ce que l’assistant dit de vous, et comment il le dit.',
    business: 'Identité',
    tone: 'Ton de l’assistant',
    readOnly: 'Seuls les gérants peuvent modifier ces réglages.',
    save: 'Enregistrer',
    saved: 'Enregistré',
    discard: 'Annuler',
    pending: 'Chargement de l’établissement',
    error: 'Votre établissement ne s’affiche pas.',
    retry: 'Réessayer',
    address: 'Adresse',
    none: 'Non renseignée',
    trade: 'Métier',
    name: 'Nom',
    timeZone: 'Fuseau horaire',
    speaks: 'L’assistant dit',
    signature: 'Signature',
    meanwhile: 'La dernière version est chargée, avec votre saisie par-dessus. Vérifiez, puis enregistrez.',
  },
  en: {
    title: 'Your business',
    lead: 'What the assistant says of you, and how it says it.',
    business: 'Identity',
    tone: 'The assistant’s tone',
    readOnly: 'Only owners can change these settings.',
    save: 'Save',
    saved: 'Saved',
    discard: 'Discard',
    pending: 'Loading the business',
    error: 'Your business cannot be shown.',
    retry: 'Try again',
    address: 'Address',
    none: 'Not given',
    trade: 'Trade',
    name: 'Name',
    timeZone: 'Time zone',
    speaks: 'The assistant says',
    signature: 'Signature',
    meanwhile: 'The latest version is loaded, with what you typed on top. Check it, then save.',
  },
}
