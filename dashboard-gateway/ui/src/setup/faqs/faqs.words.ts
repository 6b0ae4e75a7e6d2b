import type { ReadyFaq } from '../../lib/api-types'
import type { Words } from '../../lib/i18n'

type Blank = ReadyFaq['missing'][number]

const FRENCH: Record<Blank, string> = {
  name: 'votre nom',
  hours: 'vos horaires',
  closed: 'vos jours de fermeture',
  address: 'votre adresse',
  city: 'votre ville',
  prices: 'vos prix',
  durations: 'la durée de vos prestations',
}
const ENGLISH: Record<Blank, string> = {
  name: 'your name',
  hours: 'your hours',
  closed: 'the days on which you are closed',
  address: 'your address',
  city: 'your town',
  prices: 'your prices',
  durations: 'how long your services take',
}

export const faqsWords: Words<{
  title: string
  lead: string
  list: string
  count: (on: number, of: number) => string
  use: (question: string) => string
  nothing: string
  save: string
  there: string
  waiting: string
  waitsFor: (question: string, missing: Blank[]) => string
  empty: { title: string; text: string }
}> = {
  fr: {
    title: 'Ce que l’assistant sait déjà répondre',
    lead: 'Ces réponses reprennent vos horaires, votre adresse et vos prix. Éteignez celles qui ne vous ressemblent pas ; vous pourrez toutes les réécrire.',
    list: 'Questions fréquentes prêtes à l’emploi',
    count: (on, of) => `${on} sur ${of} activées`,
    use: (question) => `Utiliser : ${question}`,
    nothing: 'Gardez au moins une réponse, ou passez cette étape.',
    save: 'Enregistrer et essayer',
    there: 'Enregistrée',
    waiting: 'Réponses qui attendent une information',
    waitsFor: (question, missing) => `« ${question} » attend ${missing.map((it) => FRENCH[it]).join(' et ')}.`,
    empty: {
      title: 'Aucune réponse toute prête',
      text: 'Il n’y en a pas encore pour ce métier. L’assistant répond avec vos horaires et vos prestations.',
    },
  },
  en: {
    title: 'What the assistant can answer already',
    lead: 'These answers use your hours, your address and your prices. Switch off those that are not like you; you can rewrite all of them.',
    list: 'Frequent questions, ready to use',
    count: (on, of) => `${on} of ${of} switched on`,
    use: (question) => `Use: ${question}`,
    nothing: 'Keep at least one answer, or skip this step.',
    save: 'Save and try',
    there: 'Saved',
    waiting: 'Answers that wait for something',
    waitsFor: (question, missing) => `“${question}” waits for ${missing.map((it) => ENGLISH[it]).join(' and ')}.`,
    empty: {
      title: 'No ready answers',
      text: 'There are none for this trade yet. The assistant answers with your hours and services.',
    },
  },
}
