import type { ImportLine } from '../../lib/api-types'
import type { Words } from '../../lib/i18n'

type State = ImportLine['state']

export const importWords: Words<{
  title: string
  close: string
  lead: string
  choose: string
  drop: string
  another: string
  sample: string
  reading: (name: string) => string
  counts: Record<State, (count: number) => string>
  states: Record<State, string>
  wrong: { title: (count: number) => string; text: (count: number) => string }
  nothing: string
  line: (line: number) => string
  list: string
  more: (count: number) => string
  cancel: string
  save: (count: number) => string
  done: (added: number, changed: number) => string
}> = {
  fr: {
    title: 'Importer un fichier',
    close: 'Fermer',
    lead: 'Un fichier CSV, comme Excel l’enregistre : une question par ligne, avec sa réponse et, si vous le souhaitez, ses variantes et sa catégorie. Rien n’est enregistré avant que vous n’ayez vu ce qui changera.',
    choose: 'Choisir un fichier',
    drop: 'ou déposez-le ici',
    another: 'Choisir un autre fichier',
    sample: 'Télécharger un exemple',
    reading: (name) => `Lecture de ${name}…`,
    counts: {
      new: (count) => (count === 1 ? '1 nouvelle' : `${count} nouvelles`),
      changed: (count) => (count === 1 ? '1 modifiée' : `${count} modifiées`),
      unchanged: (count) => (count === 1 ? '1 inchangée' : `${count} inchangées`),
      duplicate: (count) => `${count} en double`,
      wrong: (count) => `${count} à corriger`,
    },
    states: {
      new: 'Nouvelle',
      changed: 'Modifiée',
      unchanged: 'Inchangée',
      duplicate: 'En double',
      wrong: 'À corriger',
    },
    wrong: {
      title: (count) => (count === 1 ? 'Une ligne est à corriger' : `${count} lignes sont à corriger`),
      text: (count) =>
        `Corrigez-${count === 1 ? 'la' : 'les'} dans votre fichier, enregistrez-le, puis choisissez-le de nouveau. Rien n’a été enregistré.`,
    },
    nothing: 'Toutes ces questions sont déjà là : il n’y a rien à importer.',
    line: (line) => `Ligne ${line}`,
    list: 'Lignes du fichier',
    more: (count) => (count === 1 ? 'et 1 autre ligne' : `et ${count} autres lignes`),
    cancel: 'Annuler',
    save: (count) => (count === 1 ? 'Importer 1 question' : `Importer ${count} questions`),
    done: (added, changed) =>
      [
        added > 0 && (added === 1 ? '1 question ajoutée' : `${added} questions ajoutées`),
        changed > 0 && (changed === 1 ? '1 question modifiée' : `${changed} questions modifiées`),
      ]
        .filter(Boolean)
        .join(', ') + '. L’assistant s’en sert dès maintenant.',
  },
  en: {
    title: 'Import a file',
    close: 'Close',
    lead: 'A CSV file, as Excel saves it: a question a line, with its answer and, if you like, its variants and its category. Nothing is saved before you have seen what will change.',
    choose: 'Choose a file',
    drop: 'or drop it here',
    another: 'Choose another file',
    sample: 'Download an example',
    reading: (name) => `Reading ${name}…`,
    counts: {
      new: (count) => `${count} new`,
      changed: (count) => `${count} changed`,
      unchanged: (count) => `${count} unchanged`,
      duplicate: (count) => (count === 1 ? '1 duplicate' : `${count} duplicates`),
      wrong: (count) => `${count} to correct`,
    },
    states: {
      new: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      duplicate: 'Duplicate',
      wrong: 'To correct',
    },
    wrong: {
      title: (count) => (count === 1 ? 'One line is to be corrected' : `${count} lines are to be corrected`),
      text: (count) =>
        `Correct ${count === 1 ? 'it' : 'them'} in your file, save it, then choose it again. Nothing was saved.`,
    },
    nothing: 'All these questions are there already: there is nothing to import.',
    line: (line) => `Line ${line}`,
    list: 'Lines of the file',
    more: (count) => (count === 1 ? 'and 1 more line' : `and ${count} more lines`),
    cancel: 'Cancel',
    save: (count) => (count === 1 ? 'Import 1 question' : `Import ${count} questions`),
    done: (added, changed) =>
      [
        added > 0 && (added === 1 ? '1 question added' : `${added} questions added`),
        changed > 0 && (changed === 1 ? '1 question changed' : `${changed} questions changed`),
      ]
        .filter(Boolean)
        .join(', ') + '. The assistant uses them from now on.',
  },
}
