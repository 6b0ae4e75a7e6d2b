import type { Channel } from '../lib/api-types'
import type { Words } from '../lib/i18n'

type Cause = NonNullable<Channel['signature']>['cause']

export const channelCardWords: Words<{
  channels: string
  pending: string
  error: { title: string; text: string; retry: string }
  none: { title: string; text: string }
  number: string
  lastReceived: (when: string) => string
  neverReceived: string
  messages: string
  state: Record<'green' | 'red' | 'unknown', string>
  checkedAt: (when: string) => string
  check: string
  checking: string
  late: string
  checkFailed: string
  signature: {
    title: string
    count: (count: number, since: string) => string
    toDo: string
    likely: Record<Cause, string>
    steps: Record<Cause, string>
  }
}> = {
  fr: {
    channels: 'Votre numéro WhatsApp',
    pending: 'Chargement des numéros',
    error: {
      title: 'Vos numéros ne s’affichent pas',
      text: 'Vos messages ne sont pas concernés. Réessayez dans un instant.',
      retry: 'Réessayer',
    },
    none: {
      title: 'Aucun numéro relié',
      text: 'Dès qu’un numéro WhatsApp est relié à cet établissement, son état apparaît ici.',
    },
    number: 'Numéro WhatsApp',
    lastReceived: (when) => `Dernier message reçu : ${when}`,
    neverReceived: 'Aucun message reçu pour l’instant',
    messages: 'Messages reçus',
    state: { green: 'Tout est là', red: 'À surveiller', unknown: 'Pas encore vérifié' },
    checkedAt: (when) => `Vérifié le ${when}`,
    check: 'Vérifier maintenant',
    checking: 'Vérification en cours…',
    late: 'La vérification prend plus de temps que prévu. Son résultat s’affichera ici.',
    checkFailed: 'La vérification n’a pas pu être lancée. Réessayez.',
    signature: {
      title: 'Twilio appelle, mais la signature ne correspond pas',
      count: (count, since) => (count === 1 ? `1 appel refusé, le ${since}` : `${count} appels refusés, le ${since}`),
      toDo: 'Que faire',
      likely: {
        OTHER_ADDRESS: 'Twilio signe pour une autre adresse que celle qui vous a été donnée.',
        OTHER_TOKEN: 'L’appel est signé avec un jeton de ce compte Twilio, mais pas avec celui de ce numéro.',
        UNKNOWN: 'Le jeton (Auth Token) a sans doute été changé chez Twilio.',
      },
      steps: {
        OTHER_ADDRESS:
          'Dans la console Twilio, ouvrez le réglage de ce numéro et recopiez l’adresse du webhook telle quelle (https, nom, port et barre finale compris).',
        OTHER_TOKEN: 'Vérifiez le jeton (Auth Token) qui est enregistré pour ce numéro.',
        UNKNOWN:
          'Enregistrez le nouveau jeton. S’il n’a pas changé, quelqu’un d’autre que Twilio appelle cette adresse : rien n’en est accepté, et il n’y a rien à faire.',
      },
    },
  },
  en: {
    channels: 'Your WhatsApp number',
    pending: 'Loading your numbers',
    error: {
      title: 'Your numbers cannot be shown',
      text: 'Your messages are not affected. Try again in a moment.',
      retry: 'Try again',
    },
    none: {
      title: 'No number connected',
      text: 'As soon as a WhatsApp number is connected to this business, its state appears here.',
    },
    number: 'WhatsApp number',
    lastReceived: (when) => `Last message received: ${when}`,
    neverReceived: 'No message received yet',
    messages: 'Messages received',
    state: { green: 'All are here', red: 'To be watched', unknown: 'Not checked yet' },
    checkedAt: (when) => `Checked on ${when}`,
    check: 'Check now',
    checking: 'Checking…',
    late: 'The check takes longer than expected. Its result will appear here.',
    checkFailed: 'The check could not be started. Try again.',
    signature: {
      title: 'Twilio calls, but the signature does not match',
      count: (count, since) => (count === 1 ? `1 call refused, on ${since}` : `${count} calls refused, on ${since}`),
      toDo: 'What to do',
      likely: {
        OTHER_ADDRESS: 'Twilio signs for another address than the one that was given to you.',
        OTHER_TOKEN: 'The call is signed with a token of this Twilio account, but not with that of this number.',
        UNKNOWN: 'The Auth Token was probably changed at Twilio.',
      },
      steps: {
        OTHER_ADDRESS:
          'In Twilio’s console, open the settings of this number and copy the webhook’s address exactly (https, name, port and last slash included).',
        OTHER_TOKEN: 'Check the Auth Token that is saved for this number.',
        UNKNOWN:
          'Save the new token. If it did not change, somebody other than Twilio calls this address: nothing of it is accepted, and there is nothing to do.',
      },
    },
  },
}
