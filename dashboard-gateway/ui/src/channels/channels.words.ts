import type { Channel } from '../lib/api-types'
import type { Words } from '../lib/i18n'

type Line = Channel['checklist'][number]

export const channelsWords: Words<{
  account: string
  accountSid: string
  accountHint: string
  authToken: string
  tokenHint: string
  tokenKept: string
  number: string
  numberHint: string
  numberPlaceholder: string
  optional: string
  service: string
  serviceLead: string
  connect: string
  saveToken: string
  again: string
  cancel: string
  accountMissing: string
  tokenMissing: string
  checklist: string
  steps: Record<Line['step'], string>
  progress: Record<Line['progress'], string>
  all: string
  allText: string
  address: string
  where: string
  copy: string
  copied: string
  offline: string
  enter: string
  use: string
  draft: string
  unnamed: string
  disconnected: string
  disconnectedText: string
  add: string
  addLead: string
  newToken: string
  remove: string
  removal: { title: string; draft: string; text: string; yes: string; no: string }
}> = {
  fr: {
    account:
      'Pas encore de compte ? Ouvrez-le sur twilio.com, puis créez-y votre « WhatsApp sender » : Twilio vous guide.',
    accountSid: 'Account SID',
    accountHint: 'Dans la console Twilio, page d’accueil, rubrique « Account Info ». Il commence par AC.',
    authToken: 'Auth Token',
    tokenHint: 'Juste en dessous : « Show », puis copiez. Il est chiffré ici et ne s’affiche plus.',
    tokenKept: 'Laissez vide pour garder celui qui est enregistré.',
    number: 'Numéro WhatsApp',
    numberHint: 'Sans lui, Accueil le cherche dans votre compte.',
    numberPlaceholder: '+33 1 99 00 00 42',
    optional: 'facultatif',
    service: 'Messaging Service',
    serviceLead: 'J’utilise un Messaging Service',
    connect: 'Vérifier chez Twilio',
    saveToken: 'Enregistrer',
    again: 'Corriger le compte',
    cancel: 'Annuler',
    accountMissing: 'Collez l’Account SID de votre compte Twilio.',
    tokenMissing: 'Collez l’Auth Token de votre compte Twilio.',
    checklist: 'Ce qu’il reste à faire',
    steps: {
      credentials: 'Le compte Twilio',
      number: 'Le numéro',
      webhook: 'L’adresse que Twilio appelle',
      received: 'Le premier message',
      answered: 'La première réponse',
      callback: 'Les accusés de réception',
    },
    progress: { done: 'Fait', waiting: 'En cours', todo: 'À faire', wrong: 'À corriger' },
    all: 'Votre numéro est relié',
    allText: 'Les messages arrivent, les réponses partent, et vous voyez quand elles sont lues.',
    address: 'Adresse à copier',
    where:
      'Console Twilio : « Messaging », « Senders », « WhatsApp senders », votre numéro, puis « Webhook URL for incoming messages ». Collez-la en entier, avec « HTTP POST ».',
    copy: 'Copier',
    copied: 'Copié',
    offline: 'pas en ligne',
    enter: 'Saisir le numéro',
    use: 'Utiliser ce numéro',
    draft: 'Pas encore relié',
    unnamed: 'Numéro à choisir',
    disconnected: 'Débranché',
    disconnectedText: 'L’assistant ne répond plus à ce numéro. Ses conversations restent ici.',
    add: 'Relier un numéro',
    addLead: 'Deux lignes à copier depuis la console Twilio, et Accueil vérifie le reste.',
    newToken: 'Changer le jeton',
    remove: 'Débrancher',
    removal: {
      title: 'Débrancher ce numéro ?',
      draft: 'Ce qui a été saisi est oublié.',
      text: 'L’assistant ne répondra plus aux messages de ce numéro, et vous ne pourrez plus y répondre d’ici. Les conversations restent. Son jeton est effacé.',
      yes: 'Débrancher',
      no: 'Garder',
    },
  },
  en: {
    account: 'No account yet? Open one at twilio.com, then create your “WhatsApp sender” there: Twilio shows you how.',
    accountSid: 'Account SID',
    accountHint: 'On the home page of the Twilio console, under “Account Info”. It begins with AC.',
    authToken: 'Auth Token',
    tokenHint: 'Just below: “Show”, then copy. It is encrypted here and never shown again.',
    tokenKept: 'Leave empty to keep the one that is saved.',
    number: 'WhatsApp number',
    numberHint: 'Without it, Accueil looks for it in your account.',
    numberPlaceholder: '+33 1 99 00 00 42',
    optional: 'optional',
    service: 'Messaging Service',
    serviceLead: 'I use a Messaging Service',
    connect: 'Check at Twilio',
    saveToken: 'Save',
    again: 'Correct the account',
    cancel: 'Cancel',
    accountMissing: 'Paste the Account SID of your Twilio account.',
    tokenMissing: 'Paste the Auth Token of your Twilio account.',
    checklist: 'What is left to do',
    steps: {
      credentials: 'The Twilio account',
      number: 'The number',
      webhook: 'The address that Twilio calls',
      received: 'The first message',
      answered: 'The first answer',
      callback: 'The delivery reports',
    },
    progress: { done: 'Done', waiting: 'Under way', todo: 'To do', wrong: 'To be mended' },
    all: 'Your number is connected',
    allText: 'Messages come in, answers go out, and you see when they are read.',
    address: 'Address to copy',
    where:
      'Twilio console: “Messaging”, “Senders”, “WhatsApp senders”, your number, then “Webhook URL for incoming messages”. Paste all of it, with “HTTP POST”.',
    copy: 'Copy',
    copied: 'Copied',
    offline: 'not online',
    enter: 'Enter the number',
    use: 'Use this number',
    draft: 'Not connected yet',
    unnamed: 'Number to be chosen',
    disconnected: 'Disconnected',
    disconnectedText: 'The assistant answers no more at this number. Its conversations stay here.',
    add: 'Connect a number',
    addLead: 'Two lines to copy from the Twilio console, and Accueil checks the rest.',
    newToken: 'Change the token',
    remove: 'Disconnect',
    removal: {
      title: 'Disconnect this number?',
      draft: 'What was entered is forgotten.',
      text: 'The assistant will answer no more messages at this number, and you cannot answer them from here either. The conversations stay. Its token is deleted.',
      yes: 'Disconnect',
      no: 'Keep',
    },
  },
}
