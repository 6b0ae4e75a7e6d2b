import type { Words } from '../../lib/i18n'

/** What the assistant says is French in every language of the screen: its customers read it. */
export const example = {
  question: (formal: boolean) => (formal ? 'Bonjour, vous êtes ouvert samedi ?' : 'Coucou, tu es ouverte samedi ?'),
  introduction: (business: string) =>
    business === ''
      ? 'Bonjour ! Je suis un assistant automatique.'
      : `Bonjour ! Je suis l’assistant automatique ${ofBusiness(business)}.`,
  help: (formal: boolean) =>
    formal
      ? 'Oui, nous vous accueillons samedi. Souhaitez-vous prendre rendez-vous ?'
      : 'Oui, on t’accueille samedi. Tu veux prendre rendez-vous ?',
}

function ofBusiness(name: string): string {
  if (/^(?:l[’']|la )/i.test(name)) return `de ${name}`
  if (/^le /i.test(name)) return `du ${name.slice(3)}`
  if (/^les /i.test(name)) return `des ${name.slice(4)}`
  return /^[aeiouyhàâéèêëîïôùûœ]/i.test(name) ? `d’${name}` : `de ${name}`
}

export const toneWords: Words<{
  title: string
  lead: string
  address: string
  formal: { title: string; text: string }
  familiar: { title: string; text: string }
  signature: string
  signatureHint: string
  signaturePlaceholder: string
  optional: string
  preview: string
  customer: string
  assistant: string
}> = {
  fr: {
    title: 'Comment parle votre assistant ?',
    lead: 'Il écrit en votre nom : choisissez le ton de la maison. L’exemple change sous vos yeux.',
    address: 'Il s’adresse à vos clients en disant',
    formal: { title: 'vous', text: 'Soigné et courtois. Convient à tous.' },
    familiar: { title: 'tu', text: 'Proche et décontracté, pour une clientèle d’habitués.' },
    signature: 'Signature',
    signatureHint: 'Ajoutée à la fin de son premier message à chaque client.',
    signaturePlaceholder: 'Sophie, de l’Institut Camélia',
    optional: 'facultatif',
    preview: 'Exemple de conversation',
    customer: 'Client',
    assistant: 'Assistant',
  },
  en: {
    title: 'How does your assistant speak?',
    lead: 'It writes in your name: choose the tone of the house. The example changes as you do.',
    address: 'It speaks to your customers as',
    formal: { title: 'vous', text: 'Polite and courteous. Right for everyone.' },
    familiar: { title: 'tu', text: 'Close and relaxed, for customers who are regulars.' },
    signature: 'Signature',
    signatureHint: 'Added to the end of its first message to each customer.',
    signaturePlaceholder: 'Sophie, de l’Institut Camélia',
    optional: 'optional',
    preview: 'Example of a conversation',
    customer: 'Customer',
    assistant: 'Assistant',
  },
}
