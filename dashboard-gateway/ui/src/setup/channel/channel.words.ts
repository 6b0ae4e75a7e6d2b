import type { Words } from '../../lib/i18n'

export const channelWords: Words<{
  title: string
  lead: string
  needed: string
  needs: { title: string; text: string }[]
  later: string
  skip: string
}> = {
  fr: {
    title: 'Votre numéro WhatsApp',
    lead: 'Pour recevoir de vrais messages, votre numéro WhatsApp passe par un compte Twilio. Vous pourrez le relier quand vous voudrez : rien ne presse.',
    needed: 'Ce qu’il vous faudra alors',
    needs: [
      { title: 'L’identifiant du compte', text: 'Account SID, il commence par « AC ».' },
      { title: 'Le jeton du compte', text: 'Auth Token, il reste chiffré chez nous et ne s’affiche plus.' },
      { title: 'Le numéro WhatsApp', text: 'Celui que vos clients connaissent ou un nouveau.' },
    ],
    later: 'En attendant, vous pouvez déjà parler à votre assistant et voir ce qu’il répond.',
    skip: 'Plus tard – essayer d’abord l’assistant',
  },
  en: {
    title: 'Your WhatsApp number',
    lead: 'To receive real messages, your WhatsApp number goes through a Twilio account. You can connect it whenever you like: there is no hurry.',
    needed: 'What you will need then',
    needs: [
      { title: 'The account’s id', text: 'Account SID, it begins with “AC”.' },
      { title: 'The account’s token', text: 'Auth Token, it is kept encrypted and never shown again.' },
      { title: 'The WhatsApp number', text: 'The one that your customers know, or a new one.' },
    ],
    later: 'Meanwhile you can already talk to your assistant and see what it answers.',
    skip: 'Later – try the assistant first',
  },
}
