import type { Words } from '../lib/i18n'
import type { Caution } from '../lib/api-types'

export const assistantCardWords: Words<{
  title: string
  lead: string
  quiet: { label: string; hint: string; options: (seconds: number) => string }
  deadline: { label: string; hint: string; options: (seconds: number) => string }
  caution: { label: string; options: Record<Caution, { title: string; text: string }>; source: string }
  save: string
  saved: string
  meanwhile: string
  error: string
  retry: string
  pending: string
}> = {
  fr: {
    title: 'Rythme et prudence de l’assistant',
    lead: 'Combien de temps il attend, combien de temps vos clients attendent, et quand il préfère vous laisser répondre.',
    quiet: {
      label: 'Il répond quand le client n’écrit plus depuis',
      hint: 'Beaucoup de clients écrivent en plusieurs messages : plus longtemps, il répond à tout à la fois.',
      options: (seconds) => (seconds === 1 ? '1 seconde' : `${seconds} secondes`),
    },
    deadline: {
      label: 'S’il n’a pas répondu, la conversation vous revient après',
      hint: 'En cas de panne ou de lenteur, personne n’attend sans que vous le sachiez.',
      options: (seconds) => `${seconds} secondes`,
    },
    caution: {
      label: 'Quand il n’est pas sûr',
      options: {
        careful: {
          title: 'Prudent',
          text: 'Il répond à 45 questions sur 100 parmi celles que vos FAQ couvrent, et se trompe le moins. Le reste vous revient.',
        },
        usual: {
          title: 'Équilibré',
          text: 'Il répond à 57 sur 100. Quand aucune FAQ ne convient, il répond tout de même à côté 12 fois sur 100.',
        },
        bold: {
          title: 'Hardi',
          text: 'Il répond à 80 sur 100. Quand aucune FAQ ne convient, il répond tout de même à côté 17 fois sur 100.',
        },
      },
      source: 'Mesuré sur 200 questions de clients à un institut et à un artisan. Chez vous, cela dépend de vos FAQ.',
    },
    save: 'Enregistrer',
    saved: 'Enregistré',
    meanwhile: 'La dernière version est chargée, avec vos choix par-dessus. Vérifiez, puis enregistrez.',
    error: 'Ces réglages ne s’affichent pas.',
    retry: 'Réessayer',
    pending: 'Chargement',
  },
  en: {
    title: 'The assistant’s pace and caution',
    lead: 'How long it waits, how long your customers wait, and when it rather leaves the answer to you.',
    quiet: {
      label: 'It answers once the customer has not written for',
      hint: 'Many customers write in several messages: after a longer while it answers all of it at once.',
      options: (seconds) => (seconds === 1 ? '1 second' : `${seconds} seconds`),
    },
    deadline: {
      label: 'Where it has not answered, the conversation comes to you after',
      hint: 'When something fails or is slow, nobody waits without your knowing.',
      options: (seconds) => `${seconds} seconds`,
    },
    caution: {
      label: 'When it is not sure',
      options: {
        careful: {
          title: 'Careful',
          text: 'It answers 45 of 100 questions that your FAQs cover, and is wrong the least. The rest comes to you.',
        },
        usual: {
          title: 'Balanced',
          text: 'It answers 57 of 100. Where no FAQ fits, it answers beside the point all the same 12 times of 100.',
        },
        bold: {
          title: 'Bold',
          text: 'It answers 80 of 100. Where no FAQ fits, it answers beside the point all the same 17 times of 100.',
        },
      },
      source:
        'Measured on 200 questions of customers to an institute and a craftsman. With you, it depends on your FAQs.',
    },
    save: 'Save',
    saved: 'Saved',
    meanwhile: 'The latest version is loaded, with your choices on top. Check, then save.',
    error: 'These settings cannot be shown.',
    retry: 'Try again',
    pending: 'Loading',
  },
}
