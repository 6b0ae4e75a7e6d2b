import type { Words } from '../../lib/i18n'

export const replayWords: Words<{
  reading: string
  changes: (count: number, questions: number) => string
  none: (questions: number) => string
  unknown: { title: string; text: string }
  asked: (times: number) => string
  before: string
  after: string
  person: string
  reworded: string
  more: (count: number) => string
}> = {
  fr: {
    reading: 'Relecture des questions des dernières semaines…',
    changes: (count, questions) =>
      count === 1
        ? `1 réponse changerait, sur ${questions} questions des 4 dernières semaines`
        : `${count} réponses changeraient, sur ${questions} questions des 4 dernières semaines`,
    none: (questions) =>
      questions === 0
        ? 'Aucune question récente à relire.'
        : `Aucune réponse ne changerait, sur ${questions} questions des 4 dernières semaines.`,
    unknown: {
      title: 'Impossible de relire les questions récentes',
      text: 'On ne sait pas quelles réponses changeraient. Vous pouvez enregistrer quand même.',
    },
    asked: (times) => `posée ${times} fois`,
    before: 'Avant',
    after: 'Après',
    person: 'transmise à votre équipe',
    reworded: 'la même, avec sa nouvelle réponse',
    more: (count) => (count === 1 ? 'et 1 autre question' : `et ${count} autres questions`),
  },
  en: {
    reading: 'Reading the questions of the last weeks again…',
    changes: (count, questions) =>
      count === 1
        ? `1 answer would change, of ${questions} questions of the last 4 weeks`
        : `${count} answers would change, of ${questions} questions of the last 4 weeks`,
    none: (questions) =>
      questions === 0
        ? 'No recent question to read again.'
        : `No answer would change, of ${questions} questions of the last 4 weeks.`,
    unknown: {
      title: 'The recent questions cannot be read again',
      text: 'Nobody knows which answers would change. You can save all the same.',
    },
    asked: (times) => (times === 1 ? 'asked once' : `asked ${times} times`),
    before: 'Before',
    after: 'After',
    person: 'passed on to your team',
    reworded: 'the same, with its new answer',
    more: (count) => (count === 1 ? 'and 1 more question' : `and ${count} more questions`),
  },
}
