import type { Words } from '../lib/i18n'

export const settingsWords: Words<{
  title: string
  optOuts: {
    title: string
    text: string
    pending: string
    error: string
    retry: string
    none: string
    more: string
    kind: Record<'stop' | 'resume', string>
    said: (word: string) => string
    wish: string
  }
}> = {
  fr: {
    title: 'Réglages',
    optOuts: {
      title: 'Registre des STOP',
      text: 'Qui a demandé l’arrêt des messages, ou leur reprise. L’assistant et l’équipe le respectent d’eux-mêmes.',
      pending: 'Chargement du registre',
      error: 'Le registre ne s’affiche pas.',
      retry: 'Réessayer',
      none: 'Personne n’a demandé l’arrêt des messages.',
      more: 'Voir la suite',
      kind: { stop: 'Arrêt', resume: 'Reprise' },
      said: (word) => `a écrit « ${word} »`,
      wish: 'par une nouvelle demande',
    },
  },
  en: {
    title: 'Settings',
    optOuts: {
      title: 'Ledger of STOPs',
      text: 'Who asked for messages to stop, or to start again. The assistant and the team obey it by themselves.',
      pending: 'Loading the ledger',
      error: 'The ledger cannot be shown.',
      retry: 'Try again',
      none: 'Nobody asked for messages to stop.',
      more: 'Show more',
      kind: { stop: 'Stop', resume: 'Start again' },
      said: (word) => `wrote “${word}”`,
      wish: 'by asking for something again',
    },
  },
}
