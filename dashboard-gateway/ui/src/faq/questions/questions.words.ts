import type { Words } from '../../lib/i18n'

export const questionsWords: Words<{
  title: string
  lead: string
  readOnly: string
  back: string
  waiting: (count: number) => string
  pending: string
  error: { title: string; text: string; retry: string }
  none: { title: string; text: string }
  times: (times: number, last: string) => string
  others: (count: number) => string
  nearest: (question: string) => string
  answer: string
  answerTo: (question: string) => string
  same: string
  sameAs: (question: string, faq: string) => string
  dismiss: string
  dismissOf: (question: string) => string
}> = {
  fr: {
    title: 'Questions sans réponse',
    lead: 'Ce que vos clients ont demandé et que l’assistant n’a pas su dire. Les questions qui se ressemblent sont ensemble ; répondez une fois, et l’assistant saura la prochaine fois.',
    readOnly:
      'Ce que les clients ont demandé et que l’assistant n’a pas su dire. Seuls les gérants écrivent les réponses.',
    back: 'FAQ',
    waiting: (count) => (count === 1 ? '1 question sans réponse' : `${count} questions sans réponse`),
    pending: 'Chargement des questions',
    error: { title: 'Les questions ne s’affichent pas', text: 'Rien n’est perdu.', retry: 'Réessayer' },
    none: {
      title: 'Rien n’est resté sans réponse',
      text: 'Quand l’assistant ne saura pas répondre, la question viendra ici.',
    },
    times: (times, last) => `Posée ${times} fois · ${last}`,
    others: (count) => (count === 1 ? '1 autre façon de la poser' : `${count} autres façons de la poser`),
    nearest: (question) => `Proche de « ${question} »`,
    answer: 'Écrire la réponse',
    answerTo: (question) => `Écrire la réponse à « ${question} »`,
    same: 'C’est la même question',
    sameAs: (question, faq) => `« ${question} » est la même question que « ${faq} »`,
    dismiss: 'Écarter',
    dismissOf: (question) => `Écarter « ${question} »`,
  },
  en: {
    title: 'Unanswered questions',
    lead: 'What your customers asked and the assistant could not say. Questions that are alike stand together; answer once, and the assistant will know next time.',
    readOnly: 'What customers asked and the assistant could not say. Only owners write answers.',
    back: 'FAQ',
    waiting: (count) => (count === 1 ? '1 unanswered question' : `${count} unanswered questions`),
    pending: 'Loading the questions',
    error: { title: 'The questions cannot be shown', text: 'Nothing is lost.', retry: 'Try again' },
    none: { title: 'Nothing was left unanswered', text: 'When the assistant cannot answer, the question comes here.' },
    times: (times, last) => `Asked ${times === 1 ? 'once' : `${times} times`} · ${last}`,
    others: (count) => (count === 1 ? '1 other way it was asked' : `${count} other ways it was asked`),
    nearest: (question) => `Close to “${question}”`,
    answer: 'Write the answer',
    answerTo: (question) => `Write the answer to “${question}”`,
    same: 'It is the same question',
    sameAs: (question, faq) => `“${question}” is the same question as “${faq}”`,
    dismiss: 'Dismiss',
    dismissOf: (question) => `Dismiss “${question}”`,
  },
}
