import type { Vertical } from '../../lib/api-types'
import type { Words } from '../../lib/i18n'

export const businessWords: Words<{
  welcome: string
  title: string
  lead: string
  name: string
  namePlaceholder: string
  trade: string
  trades: Record<Vertical, { title: string; text: string }>
  address: string
  addressHint: string
  optional: string
  street: string
  postalCode: string
  city: string
  timeZone: string
  change: string
  team: (email: string) => string
  missing: {
    name: string
    vertical: string
    street: string
    postalCode: string
    postalCodeDigits: string
    city: string
  }
}> = {
  fr: {
    welcome: 'Bienvenue ! Parlez‑nous de vous',
    title: 'Votre établissement',
    lead: 'Deux réponses suffisent pour ouvrir votre accueil. Tout se modifie ensuite dans les réglages.',
    name: 'Nom de l’établissement',
    namePlaceholder: 'Par exemple, Institut Camélia',
    trade: 'Votre métier',
    trades: {
      beauty: { title: 'Beauté et bien-être', text: 'Coiffure, institut, ongles, massage, barbier…' },
      services: { title: 'Services et artisans', text: 'Plomberie, électricité, peinture, dépannage…' },
    },
    address: 'Adresse',
    addressHint: 'L’assistant la donne aux clients qui demandent où vous trouver.',
    optional: 'facultatif',
    street: 'Numéro et rue',
    postalCode: 'Code postal',
    city: 'Ville',
    timeZone: 'Fuseau horaire',
    change: 'Changer',
    team: (email) =>
      `Vous rejoignez une équipe qui utilise déjà Accueil ? Demandez à son gérant d’inviter ${email}, puis rechargez cette page.`,
    missing: {
      name: 'Indiquez le nom de l’établissement.',
      vertical: 'Choisissez un métier.',
      street: 'Indiquez la rue.',
      postalCode: 'Indiquez le code postal.',
      postalCodeDigits: 'Le code postal a cinq chiffres.',
      city: 'Indiquez la ville.',
    },
  },
  en: {
    welcome: 'Welcome! Tell us about you',
    title: 'Your business',
    lead: 'Two answers are enough to open your reception desk. Everything can be changed later in the settings.',
    name: 'Name of the business',
    namePlaceholder: 'For example, Institut Camélia',
    trade: 'Your trade',
    trades: {
      beauty: { title: 'Beauty and well-being', text: 'Hairdresser, beauty institute, nails, massage, barber…' },
      services: { title: 'Services and trades', text: 'Plumbing, electricity, painting, repairs…' },
    },
    address: 'Address',
    addressHint: 'The assistant gives it to customers who ask where to find you.',
    optional: 'optional',
    street: 'Number and street',
    postalCode: 'Postal code',
    city: 'Town',
    timeZone: 'Time zone',
    change: 'Change',
    team: (email) =>
      `Joining a team that uses Accueil already? Ask its owner to invite ${email}, then reload this page.`,
    missing: {
      name: 'Say the name of the business.',
      vertical: 'Choose a trade.',
      street: 'Say the street.',
      postalCode: 'Say the postal code.',
      postalCodeDigits: 'The postal code has five digits.',
      city: 'Say the town.',
    },
  },
}
