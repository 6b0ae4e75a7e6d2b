import type { Words } from '../../lib/i18n'

/** What customers ask: French in every language of the screen, as they would write it. */
export const QUESTIONS = [
  'Vous êtes ouvert samedi ?',
  'C’est combien ?',
  'Je voudrais un rendez-vous demain matin',
] as const

export const trialWords: Words<{
  label: string
  empty: string
  ideas: string
  placeholder: string
  question: string
  send: string
  you: string
  assistant: string
  thinking: string
  handover: string
  silent: string
  source: (question: string) => string
  failed: string
  retry: string
}> = {
  fr: {
    label: 'Essayer l’assistant',
    empty: 'Écrivez comme le ferait un client : personne ne reçoit ces messages.',
    ideas: 'Par exemple',
    placeholder: 'Posez une question…',
    question: 'Votre question',
    send: 'Envoyer',
    you: 'Un client',
    assistant: 'Assistant',
    thinking: 'L’assistant réfléchit…',
    handover: 'Ici, il passerait la main à une personne de l’équipe.',
    silent: 'L’assistant ne répondrait rien à ce message.',
    source: (question) => `D’après : ${question}`,
    failed: 'L’assistant n’a pas répondu. Votre question est toujours là.',
    retry: 'Réessayer',
  },
  en: {
    label: 'Try the assistant',
    empty: 'Write as a customer would: nobody receives these messages.',
    ideas: 'For example',
    placeholder: 'Ask a question…',
    question: 'Your question',
    send: 'Send',
    you: 'A customer',
    assistant: 'Assistant',
    thinking: 'The assistant is thinking…',
    handover: 'Here it would hand over to a person of the team.',
    silent: 'The assistant would answer nothing to this message.',
    source: (question) => `From: ${question}`,
    failed: 'The assistant did not answer. Your question is still here.',
    retry: 'Try again',
  },
}
