import type { MessageKind } from '../lib/api-types'
import type { Words } from '../lib/i18n'

/** What stands where a message has no words of its own. */
export const messageKindWords: Words<Record<MessageKind, string>> = {
  fr: {
    text: 'Message vide',
    button: 'Réponse par bouton',
    image: 'Photo',
    audio: 'Message vocal',
    video: 'Vidéo',
    document: 'Document',
    sticker: 'Autocollant',
    contact: 'Fiche contact',
    location: 'Position',
    unsupported: 'Message non pris en charge',
  },
  en: {
    text: 'Empty message',
    button: 'Answer by button',
    image: 'Photo',
    audio: 'Voice message',
    video: 'Video',
    document: 'Document',
    sticker: 'Sticker',
    contact: 'Contact card',
    location: 'Location',
    unsupported: 'Message not supported',
  },
}
