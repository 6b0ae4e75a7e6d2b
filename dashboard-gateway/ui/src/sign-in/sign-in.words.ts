import type { Words } from '../lib/i18n'

export const signInWords: Words<{
  opening: string
  failed: { title: string; text: string; retry: string }
  unknown: { title: string; text: string; retry: string }
  choose: string
  chooseHint: string
  none: { title: string; text: string; signOut: string }
  role: Record<'owner' | 'agent', string>
}> = {
  fr: {
    opening: 'Ouverture de votre accueil…',
    failed: {
      title: 'La connexion n’a pas abouti',
      text: 'Le service de connexion ne répond pas ou la demande a expiré. Rien n’est perdu, réessayez.',
      retry: 'Se connecter',
    },
    unknown: {
      title: 'Votre compte ne répond pas',
      text: 'Vos établissements n’ont pas pu être chargés.',
      retry: 'Réessayer',
    },
    choose: 'Choisissez votre établissement',
    chooseHint: 'Vous pourrez en changer à tout moment depuis le menu.',
    none: {
      title: 'Aucun établissement',
      text: 'Ce compte n’est rattaché à aucun établissement. Demandez à votre gérant de vous inviter.',
      signOut: 'Se déconnecter',
    },
    role: { owner: 'Gérant', agent: 'Équipe' },
  },
  en: {
    opening: 'Opening your reception desk…',
    failed: {
      title: 'Signing in did not work',
      text: 'The sign-in service does not answer or the request expired. Nothing is lost, try again.',
      retry: 'Sign in',
    },
    unknown: {
      title: 'Your account does not answer',
      text: 'Your businesses could not be loaded.',
      retry: 'Try again',
    },
    choose: 'Choose your business',
    chooseHint: 'You can change it at any time from the menu.',
    none: {
      title: 'No business',
      text: 'This account belongs to no business. Ask your manager to invite you.',
      signOut: 'Sign out',
    },
    role: { owner: 'Owner', agent: 'Team' },
  },
}
