import type { Words } from '../lib/i18n'

export const inboxWords: Words<{
  title: string
  list: string
  pending: string
  error: { title: string; text: string; retry: string }
  empty: { title: string; text: string }
  more: { failed: string; retry: string; pending: string }
  unread: (count: number) => string
  unreadConversations: (count: number) => string
  you: string
  assistant: string
  house: string
  nothingYet: string
  refused: string
  recovered: string
  optedOut: string
}> = {
  fr: {
    title: 'Conversations',
    list: 'Liste des conversations',
    pending: 'Chargement des conversations',
    error: {
      title: 'Les conversations ne s’affichent pas',
      text: 'Vos clients, eux, reçoivent toujours des réponses. Réessayez dans un instant.',
      retry: 'Réessayer',
    },
    empty: {
      title: 'Personne n’a encore écrit',
      text: 'Dès qu’un client écrit sur votre numéro WhatsApp, sa conversation apparaît ici toute seule.',
    },
    more: {
      failed: 'La suite n’a pas pu être chargée.',
      retry: 'Réessayer',
      pending: 'Chargement de la suite',
    },
    unread: (count) => (count === 1 ? '1 message non lu' : `${count} messages non lus`),
    unreadConversations: (count) => `${count} à lire`,
    you: 'Vous',
    assistant: 'Assistant',
    house: 'Automatique',
    nothingYet: 'Aucun message',
    refused: 'Non remis',
    recovered: 'Message retrouvé',
    optedOut: 'Ne souhaite plus recevoir de messages',
  },
  en: {
    title: 'Conversations',
    list: 'List of conversations',
    pending: 'Loading conversations',
    error: {
      title: 'Conversations cannot be shown',
      text: 'Your customers still get answers. Try again in a moment.',
      retry: 'Try again',
    },
    empty: {
      title: 'Nobody has written yet',
      text: 'As soon as a customer writes to your WhatsApp number, the conversation appears here by itself.',
    },
    more: {
      failed: 'The rest could not be loaded.',
      retry: 'Try again',
      pending: 'Loading more',
    },
    unread: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
    unreadConversations: (count) => `${count} to read`,
    you: 'You',
    assistant: 'Assistant',
    house: 'Automatic',
    nothingYet: 'No message',
    refused: 'Not delivered',
    recovered: 'Recovered message',
    optedOut: 'No longer wants messages',
  },
}
