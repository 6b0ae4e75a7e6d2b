import type { Words } from '../../lib/i18n'

export const channelWords: Words<{
  title: string
  lead: string
  leadChecking: string
  later: string
  skip: string
}> = {
  fr: {
    title: 'Votre numéro WhatsApp',
    lead: 'Votre numéro WhatsApp passe par un compte Twilio. Recopiez deux lignes de sa console : Accueil vérifie tout avant de s’en servir.',
    leadChecking:
      'Chaque ligne devient verte d’elle-même. Vous pouvez continuer et revenir plus tard, dans les réglages.',
    later: 'Rien ne presse : sans numéro, vous pouvez déjà parler à votre assistant et voir ce qu’il répond.',
    skip: 'Plus tard – essayer d’abord l’assistant',
  },
  en: {
    title: 'Your WhatsApp number',
    lead: 'Your WhatsApp number goes through a Twilio account. Copy two lines of its console: Accueil checks everything before it uses it.',
    leadChecking: 'Each line turns green by itself. You can go on and come back later, in the settings.',
    later: 'There is no hurry: without a number you can already talk to your assistant and see what it answers.',
    skip: 'Later – try the assistant first',
  },
}
