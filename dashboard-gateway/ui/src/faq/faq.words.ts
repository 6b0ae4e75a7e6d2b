import type { Words } from '../lib/i18n'

export const faqWords: Words<{
  title: string
  lead: string
  readOnly: string
  search: string
  add: string
  tryIt: string
  import: string
  export: string
  trial: string
  close: string
  pending: string
  error: { title: string; text: string; retry: string }
  none: { title: string; text: string }
  ready: string
  noneFound: (search: string) => string
  count: (found: number, all: number) => string
  noCategory: string
  variants: (count: number) => string
  off: string
  isOn: (question: string) => string
  up: (question: string) => string
  down: (question: string) => string
  edit: (question: string) => string
  remove: (question: string) => string
  removal: { title: string; text: (question: string) => string; yes: string; no: string }
}> = {
  fr: {
    title: 'Questions fréquentes',
    lead: 'L’assistant répond à vos clients avec ces réponses, et rien d’autre.',
    readOnly: 'L’assistant répond avec ces réponses. Seuls les gérants peuvent les changer.',
    search: 'Rechercher une question',
    add: 'Ajouter une question',
    tryIt: 'Essayer une question',
    import: 'Importer un fichier',
    export: 'Exporter',
    trial: 'Essayer une question',
    close: 'Fermer',
    pending: 'Chargement des questions',
    error: {
      title: 'Vos questions ne s’affichent pas',
      text: 'Rien n’est perdu : l’assistant continue de répondre.',
      retry: 'Réessayer',
    },
    none: {
      title: 'Aucune question pour l’instant',
      text: 'Ce qui est écrit ici, l’assistant le répond tout seul, de jour comme de nuit.',
    },
    ready: 'Commencer avec les questions toutes prêtes de votre métier',
    noneFound: (search) => `Aucune question ne contient « ${search} ».`,
    count: (found, all) =>
      found === all ? (all === 1 ? '1 question' : `${all} questions`) : `${found} sur ${all} questions`,
    noCategory: 'Sans catégorie',
    variants: (count) => (count === 1 ? '1 autre façon de demander' : `${count} autres façons de demander`),
    off: 'Désactivée',
    isOn: (question) => `L’assistant répond à « ${question} »`,
    up: (question) => `Monter « ${question} »`,
    down: (question) => `Descendre « ${question} »`,
    edit: (question) => `Modifier « ${question} »`,
    remove: (question) => `Supprimer « ${question} »`,
    removal: {
      title: 'Supprimer cette question ?',
      text: (question) => `L’assistant ne saura plus répondre à « ${question} ». Pour une pause, désactivez-la plutôt.`,
      yes: 'Supprimer',
      no: 'Garder',
    },
  },
  en: {
    title: 'Frequent questions',
    lead: 'The assistant answers your customers with these answers, and nothing else.',
    readOnly: 'The assistant answers with these answers. Only owners can change them.',
    search: 'Search for a question',
    add: 'Add a question',
    tryIt: 'Try a question',
    import: 'Import a file',
    export: 'Export',
    trial: 'Try a question',
    close: 'Close',
    pending: 'Loading the questions',
    error: {
      title: 'Your questions cannot be shown',
      text: 'Nothing is lost: the assistant goes on answering.',
      retry: 'Try again',
    },
    none: { title: 'No questions yet', text: 'What is written here the assistant answers by itself, day and night.' },
    ready: 'Begin with the ready questions of your trade',
    noneFound: (search) => `No question contains “${search}”.`,
    count: (found, all) =>
      found === all ? (all === 1 ? '1 question' : `${all} questions`) : `${found} of ${all} questions`,
    noCategory: 'Without category',
    variants: (count) => (count === 1 ? '1 other way to ask' : `${count} other ways to ask`),
    off: 'Off',
    isOn: (question) => `The assistant answers “${question}”`,
    up: (question) => `Move “${question}” up`,
    down: (question) => `Move “${question}” down`,
    edit: (question) => `Edit “${question}”`,
    remove: (question) => `Delete “${question}”`,
    removal: {
      title: 'Delete this question?',
      text: (question) => `The assistant will no longer answer “${question}”. To pause it, switch it off instead.`,
      yes: 'Delete',
      no: 'Keep',
    },
  },
}
