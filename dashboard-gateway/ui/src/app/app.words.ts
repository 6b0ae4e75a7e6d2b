import type { Words } from '../lib/i18n'

export const appWords: Words<{
  nav: string
  conversations: string
  agenda: string
  faqs: string
  settings: string
  menu: string
  workspace: string
  role: Record<'owner' | 'agent', string>
  language: string
  scheme: string
  schemes: { auto: string; light: string; dark: string }
  signOut: string
  skip: string
  lost: { title: string; text: string; retry: string }
  broken: { title: string; text: string; retry: string }
}> = {
  fr: {
    nav: 'Pages',
    conversations: 'Conversations',
    agenda: 'Agenda',
    faqs: 'FAQ',
    settings: 'Réglages',
    menu: 'Votre compte',
    workspace: 'Vos établissements',
    role: { owner: 'Gérant', agent: 'Équipe' },
    language: 'Langue',
    scheme: 'Apparence',
    schemes: { auto: 'Automatique', light: 'Claire', dark: 'Sombre' },
    signOut: 'Se déconnecter',
    skip: 'Aller au contenu',
    lost: {
      title: 'Cette page n’existe pas',
      text: 'L’adresse est peut-être incomplète.',
      retry: 'Voir les conversations',
    },
    broken: {
      title: 'Cette page a rencontré un problème',
      text: 'Vos conversations sont intactes. Rechargez la page pour continuer.',
      retry: 'Recharger',
    },
  },
  en: {
    nav: 'Pages',
    conversations: 'Conversations',
    agenda: 'Agenda',
    faqs: 'FAQ',
    settings: 'Settings',
    menu: 'Your account',
    workspace: 'Your businesses',
    role: { owner: 'Owner', agent: 'Team' },
    language: 'Language',
    scheme: 'Appearance',
    schemes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
    signOut: 'Sign out',
    skip: 'Skip to content',
    lost: {
      title: 'This page does not exist',
      text: 'The address may be incomplete.',
      retry: 'See conversations',
    },
    broken: {
      title: 'This page ran into a problem',
      text: 'Your conversations are intact. Reload the page to go on.',
      retry: 'Reload',
    },
  },
}
