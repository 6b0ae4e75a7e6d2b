import type { Words } from '../lib/i18n'

export const faqEditorWords: Words<{
  add: string
  change: string
  cancel: string
  save: string
  saveAll: string
  question: string
  questionHint: string
  answer: string
  variants: string
  variantsHint: string
  category: string
  optional: string
  missing: { question: string; answer: string }
}> = {
  fr: {
    add: 'Nouvelle question',
    change: 'Modifier la question',
    cancel: 'Annuler',
    save: 'Enregistrer',
    saveAll: 'Enregistrer quand même',
    question: 'Question',
    questionHint: 'Comme un client l’écrirait.',
    answer: 'Réponse',
    variants: 'Autres façons de demander',
    variantsHint: 'Une par ligne : l’assistant reconnaît mieux la question.',
    category: 'Catégorie',
    optional: 'facultatif',
    missing: { question: 'Écrivez la question.', answer: 'Écrivez la réponse.' },
  },
  en: {
    add: 'New question',
    change: 'Edit the question',
    cancel: 'Cancel',
    save: 'Save',
    saveAll: 'Save all the same',
    question: 'Question',
    questionHint: 'As a customer would write it.',
    answer: 'Answer',
    variants: 'Other ways to ask',
    variantsHint: 'One a line: the assistant knows the question better.',
    category: 'Category',
    optional: 'optional',
    missing: { question: 'Write the question.', answer: 'Write the answer.' },
  },
}
