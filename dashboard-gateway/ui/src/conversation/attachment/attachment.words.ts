import type { Words } from '../../lib/i18n'

export const attachmentWords: Words<{
  pending: string
  loading: string
  failed: string
  retry: string
  unavailable: string
  photo: string
  photoFrom: (name: string) => string
  enlarge: string
  close: string
  save: string
  sticker: string
  voice: string
  play: string
  pause: string
  position: string
  video: string
  showVideo: string
  document: string
  download: (name: string) => string
  downloading: string
  contact: string
  nobody: string
  unplayable: string
  size: (bytes: number) => string
}> = {
  fr: {
    pending: 'Pièce jointe en cours…',
    loading: 'Chargement de la pièce jointe',
    failed: 'La pièce jointe n’a pas pu être chargée.',
    retry: 'Réessayer',
    unavailable: 'Cette pièce jointe n’est plus disponible.',
    photo: 'Photo',
    photoFrom: (name) => `Photo de ${name}`,
    enlarge: 'Agrandir la photo',
    close: 'Fermer',
    save: 'Enregistrer',
    sticker: 'Autocollant',
    voice: 'Message vocal',
    play: 'Écouter',
    pause: 'Mettre en pause',
    position: 'Position dans l’enregistrement',
    video: 'Vidéo',
    showVideo: 'Voir la vidéo',
    document: 'Document',
    download: (name) => `Télécharger ${name}`,
    downloading: 'Téléchargement en cours',
    contact: 'Contact partagé',
    nobody: 'Cette fiche contact est vide.',
    unplayable: 'Ce navigateur ne sait pas lire ce format.',
    size: (bytes) => inUnits(bytes, ['o', 'Ko', 'Mo'], 'fr-FR'),
  },
  en: {
    pending: 'Attachment on its way…',
    loading: 'Loading the attachment',
    failed: 'The attachment could not be loaded.',
    retry: 'Try again',
    unavailable: 'This attachment is no longer available.',
    photo: 'Photo',
    photoFrom: (name) => `Photo from ${name}`,
    enlarge: 'Enlarge the photo',
    close: 'Close',
    save: 'Save',
    sticker: 'Sticker',
    voice: 'Voice message',
    play: 'Play',
    pause: 'Pause',
    position: 'Position in the recording',
    video: 'Video',
    showVideo: 'Watch the video',
    document: 'Document',
    download: (name) => `Download ${name}`,
    downloading: 'Downloading',
    contact: 'Shared contact',
    nobody: 'This contact card is empty.',
    unplayable: 'This browser cannot play this format.',
    size: (bytes) => inUnits(bytes, ['B', 'KB', 'MB'], 'en-GB'),
  },
}

function inUnits(bytes: number, [one, thousand, million]: [string, string, string], locale: string): string {
  const round = (value: number, digits: number) => value.toLocaleString(locale, { maximumFractionDigits: digits })
  if (bytes < 1_000) return `${bytes} ${one}`
  return bytes < 1_000_000 ? `${round(bytes / 1_000, 0)} ${thousand}` : `${round(bytes / 1_000_000, 1)} ${million}`
}
