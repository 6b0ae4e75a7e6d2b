import type { Words } from '../lib/i18n'

export const troubleWords: Words<{
  fields: (count: number) => string
  unreachable: { title: string; text: string }
  reload: string
  retry: string
}> = {
  fr: {
    fields: (count) => (count === 1 ? 'Une réponse est à corriger.' : `${count} réponses sont à corriger.`),
    unreachable: {
      title: 'Rien n’a été enregistré pour l’instant',
      text: 'La connexion n’a pas abouti. Tout ce que vous avez saisi est toujours là.',
    },
    reload: 'Recharger et garder ma saisie',
    retry: 'Réessayer',
  },
  en: {
    fields: (count) => (count === 1 ? 'One answer needs correcting.' : `${count} answers need correcting.`),
    unreachable: {
      title: 'Nothing was saved yet',
      text: 'The connection did not work. Everything that you typed is still here.',
    },
    reload: 'Reload and keep what I typed',
    retry: 'Try again',
  },
}
