import type { DeliveryStatus } from '../lib/api-types'
import type { Words } from '../lib/i18n'

export const conversationWords: Words<{
  back: string
  thread: (name: string) => string
  pending: string
  error: { title: string; text: string; retry: string }
  missing: { title: string; text: string; retry: string }
  none: { title: string; text: string }
  empty: { title: string; text: string }
  older: { pending: string; failed: string; retry: string; start: string }
  newMessages: (count: number) => string
  toBottom: string
  heard: (author: string, body: string) => string
  author: { assistant: string; you: string; colleague: string; house: string }
  faq: (question: string) => string
  sureness: (percent: number) => string
  status: Record<DeliveryStatus, string>
  leaving: Record<'leaving' | 'waiting-for-network' | 'failed', string>
  unsent: { retry: string; forget: string; unknown: string }
  resend: { again: string; pending: string; failed: string }
  parts: {
    forwarded: string
    fromAd: (title: string | undefined) => string
    fromPost: (title: string | undefined) => string
    quoted: string
    goToQuoted: (excerpt: string) => string
    place: string
    openMap: string
    button: string
    recovered: string
    recoveredHint: string
    template: string
    unsupportedHint: string
  }
  optedOut: {
    banner: (when: string) => string
    title: string
    text: string
  }
  lead: {
    label: string
    assistant: string
    assistantStopped: string
    assistantHint: string
    nobody: string
    you: string
    youHint: string
    person: (name: string) => string
    personHint: string
    takeOver: string
    takeOverToo: string
    handBack: string
    failed: string
    changing: string
    changingHint: string
  }
  composer: {
    label: string
    placeholder: string
    placeholderTakesOver: string
    send: string
    keys: string
    until: (time: string) => string
  }
  closed: { title: string; text: string; never: string; template: string }
}> = {
  fr: {
    back: 'Retour aux conversations',
    thread: (name) => `Conversation avec ${name}`,
    pending: 'Chargement de la conversation',
    error: {
      title: 'La conversation ne s’affiche pas',
      text: 'Elle est bien conservée. Réessayez dans un instant.',
      retry: 'Réessayer',
    },
    missing: {
      title: 'Conversation introuvable',
      text: 'Elle n’existe pas dans cet établissement, ou a été effacée.',
      retry: 'Voir les conversations',
    },
    none: {
      title: 'Choisissez une conversation',
      text: 'L’assistant répond à vos clients. Ouvrez une conversation pour la suivre, ou pour prendre la main.',
    },
    empty: { title: 'Aucun message', text: 'Les messages de cette conversation apparaîtront ici.' },
    older: {
      pending: 'Chargement des messages précédents',
      failed: 'Les messages précédents n’ont pas pu être chargés.',
      retry: 'Réessayer',
      start: 'Début de la conversation',
    },
    newMessages: (count) => (count === 1 ? '1 nouveau message' : `${count} nouveaux messages`),
    toBottom: 'Aller aux derniers messages',
    heard: (author, body) => `${author} : ${body}`,
    author: { assistant: 'Assistant', you: 'Vous', colleague: 'Un collègue', house: 'Message automatique' },
    faq: (question) => `FAQ : ${question}`,
    sureness: (percent) => `Correspondance estimée à ${percent} %`,
    status: {
      received: 'Reçu',
      queued: 'En attente d’envoi',
      delayed: 'Retardé, nouvel essai en cours',
      accepted: 'Pris en charge',
      sent: 'Envoyé',
      refused: 'Non remis',
      delivered: 'Remis',
      read: 'Lu',
    },
    leaving: {
      leaving: 'Envoi en cours',
      'waiting-for-network': 'Partira au retour du réseau',
      failed: 'Non envoyé',
    },
    unsent: {
      retry: 'Réessayer',
      forget: 'Supprimer',
      unknown: 'Le message n’est pas parti. Vérifiez votre connexion.',
    },
    resend: {
      again: 'Renvoyer',
      pending: 'Nouvel envoi en cours…',
      failed: 'Le nouvel envoi n’a pas pu être demandé. Vérifiez votre connexion.',
    },
    parts: {
      forwarded: 'Transféré',
      fromAd: (title) => (title ? `Venu de la publicité « ${title} »` : 'Venu d’une publicité'),
      fromPost: (title) => (title ? `Venu de la publication « ${title} »` : 'Venu d’une publication'),
      quoted: 'Message cité',
      goToQuoted: (excerpt) => `Aller au message cité : ${excerpt}`,
      place: 'Position partagée',
      openMap: 'Ouvrir dans une carte',
      button: 'Réponse par bouton',
      recovered: 'Message retrouvé',
      recoveredHint: 'WhatsApp n’avait pas pu nous le remettre ; il a été retrouvé lors d’une vérification.',
      template: 'Modèle',
      unsupportedHint: 'WhatsApp ne nous en donne pas le contenu. Il est visible sur le téléphone du client.',
    },
    optedOut: {
      banner: (when) => `Ce client ne souhaite plus recevoir de messages (STOP le ${when}).`,
      title: 'Écriture suspendue',
      text: 'Le client a demandé l’arrêt des messages. Vous pourrez lui écrire dès qu’il vous fait une nouvelle demande.',
    },
    lead: {
      label: 'Qui répond',
      assistant: 'L’assistant répond',
      assistantStopped: 'L’assistant se tait aussi',
      assistantHint: 'Écrire prend la main',
      nobody: 'Attend une personne',
      you: 'Vous avez la main',
      youHint: 'Assistant en pause',
      person: (name) => `${name} a la main`,
      personHint: 'Écrire prend le relais',
      takeOver: 'Prendre la main',
      takeOverToo: 'Prendre le relais',
      handBack: 'Rendre à l’assistant',
      failed: 'Cela n’a pas fonctionné. Réessayez.',
      changing: 'Vous prenez la main',
      changingHint: 'L’assistant se tait…',
    },
    composer: {
      label: 'Votre message',
      placeholder: 'Écrire un message',
      placeholderTakesOver: 'Écrire et prendre la main',
      send: 'Envoyer',
      keys: 'Entrée pour envoyer, Maj + Entrée pour aller à la ligne',
      until: (time) => `Réponse possible jusqu’à ${time}`,
    },
    closed: {
      title: 'La réponse libre n’est plus possible',
      text: 'WhatsApp la permet dans les 24 heures qui suivent le dernier message du client. Passé ce délai, seul un modèle approuvé peut partir.',
      never: 'WhatsApp la permet une fois que le client vous a écrit.',
      template: 'Choisir un modèle',
    },
  },
  en: {
    back: 'Back to conversations',
    thread: (name) => `Conversation with ${name}`,
    pending: 'Loading the conversation',
    error: {
      title: 'The conversation cannot be shown',
      text: 'It is safe. Try again in a moment.',
      retry: 'Try again',
    },
    missing: {
      title: 'Conversation not found',
      text: 'It does not exist in this business, or was erased.',
      retry: 'See conversations',
    },
    none: {
      title: 'Choose a conversation',
      text: 'The assistant answers your customers. Open a conversation to follow it, or to take over.',
    },
    empty: { title: 'No message', text: 'The messages of this conversation will appear here.' },
    older: {
      pending: 'Loading earlier messages',
      failed: 'Earlier messages could not be loaded.',
      retry: 'Try again',
      start: 'Start of the conversation',
    },
    newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
    toBottom: 'Go to the latest messages',
    heard: (author, body) => `${author}: ${body}`,
    author: { assistant: 'Assistant', you: 'You', colleague: 'A colleague', house: 'Automatic message' },
    faq: (question) => `FAQ: ${question}`,
    sureness: (percent) => `Estimated match: ${percent}%`,
    status: {
      received: 'Received',
      queued: 'Waiting to be sent',
      delayed: 'Delayed, being tried again',
      accepted: 'Accepted',
      sent: 'Sent',
      refused: 'Not delivered',
      delivered: 'Delivered',
      read: 'Read',
    },
    leaving: {
      leaving: 'Being sent',
      'waiting-for-network': 'Will leave when the network is back',
      failed: 'Not sent',
    },
    unsent: { retry: 'Try again', forget: 'Delete', unknown: 'The message did not leave. Check your connection.' },
    resend: {
      again: 'Send again',
      pending: 'Being sent again…',
      failed: 'It could not be asked to be sent again. Check your connection.',
    },
    parts: {
      forwarded: 'Forwarded',
      fromAd: (title) => (title ? `Came from the advertisement “${title}”` : 'Came from an advertisement'),
      fromPost: (title) => (title ? `Came from the post “${title}”` : 'Came from a post'),
      quoted: 'Quoted message',
      goToQuoted: (excerpt) => `Go to the quoted message: ${excerpt}`,
      place: 'Shared location',
      openMap: 'Open in a map',
      button: 'Answer by button',
      recovered: 'Recovered message',
      recoveredHint: 'WhatsApp had not been able to hand it to us; a check found it.',
      template: 'Template',
      unsupportedHint: 'WhatsApp does not give us its content. It can be seen on the customer’s phone.',
    },
    optedOut: {
      banner: (when) => `This customer no longer wants messages (STOP on ${when}).`,
      title: 'Writing is suspended',
      text: 'The customer asked for messages to stop. You can write as soon as they ask for something again.',
    },
    lead: {
      label: 'Who answers',
      assistant: 'The assistant answers',
      assistantStopped: 'The assistant is silent too',
      assistantHint: 'Writing takes over',
      nobody: 'Waits for a person',
      you: 'You lead',
      youHint: 'Assistant paused',
      person: (name) => `${name} leads`,
      personHint: 'Writing takes over from them',
      takeOver: 'Take over',
      takeOverToo: 'Take over',
      handBack: 'Give back to the assistant',
      failed: 'That did not work. Try again.',
      changing: 'You are taking over',
      changingHint: 'The assistant is falling silent…',
    },
    composer: {
      label: 'Your message',
      placeholder: 'Write a message',
      placeholderTakesOver: 'Write and take over',
      send: 'Send',
      keys: 'Enter to send, Shift + Enter for a new line',
      until: (time) => `You can answer until ${time}`,
    },
    closed: {
      title: 'A free answer is no longer possible',
      text: 'WhatsApp allows it within 24 hours of the customer’s last message. After that, only an approved template can be sent.',
      never: 'WhatsApp allows it once the customer has written to you.',
      template: 'Choose a template',
    },
  },
}
