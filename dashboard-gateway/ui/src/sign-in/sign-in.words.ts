import type { Words } from '../lib/i18n'

export const signInWords: Words<{
  opening: string
  failed: { title: string; text: string; retry: string }
  unknown: { title: string; text: string; retry: string }
  choose: string
  chooseHint: string
  invited: {
    title: (count: number) => string
    by: (name: string) => string
    as: Record<'owner' | 'agent', string>
    join: (count: number) => string
    ownInstead: string
    notNow: string
    failed: string
  }
  signOut: string
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
    invited: {
      title: (count) => (count === 1 ? 'On vous attend' : `${count} établissements vous attendent`),
      by: (name) => `Invitation de ${name}`,
      as: { owner: 'Vous en serez gérant', agent: 'Vous ferez partie de l’équipe' },
      join: (count) => (count === 1 ? 'Rejoindre' : 'Tout rejoindre'),
      ownInstead: 'Créer mon propre établissement',
      notNow: 'Pas maintenant',
      failed: 'L’invitation n’a pas pu être acceptée. Réessayez.',
    },
    signOut: 'Se déconnecter',
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
    invited: {
      title: (count) => (count === 1 ? 'You are expected' : `${count} businesses expect you`),
      by: (name) => `Invited by ${name}`,
      as: { owner: 'You will be an owner', agent: 'You will be part of the team' },
      join: (count) => (count === 1 ? 'Join' : 'Join all'),
      ownInstead: 'Open a business of my own',
      notNow: 'Not now',
      failed: 'The invitation could not be accepted. Try again.',
    },
    signOut: 'Sign out',
    role: { owner: 'Owner', agent: 'Team' },
  },
}
