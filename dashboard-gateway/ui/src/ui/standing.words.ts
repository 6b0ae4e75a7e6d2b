import type { HandoverReason, Status } from '../lib/api-types'
import type { Words } from '../lib/i18n'

export const standingWords: Words<{
  status: Record<Status, string>
  awaiting: string
  assistantLeads: string
  nobodyLeads: string
  youLead: string
  personLeads: (name: string) => string
  someone: string
  reason: Record<HandoverReason, string>
}> = {
  fr: {
    status: { new: 'Nouveau', open: 'En cours', resolved: 'Résolu' },
    awaiting: 'Attend une personne',
    assistantLeads: 'Assistant',
    nobodyLeads: 'Personne',
    youLead: 'Vous',
    personLeads: (name) => name,
    someone: 'Un collègue',
    reason: {
      NOT_UNDERSTOOD: 'L’assistant n’a pas compris la demande',
      NO_ANSWER_KNOWN: 'L’assistant ne connaît pas la réponse',
      CUSTOMER_ASKED: 'Le client demande à parler à quelqu’un',
      COMPLAINT: 'Le client semble mécontent',
      DEADLINE_PASSED: 'L’assistant n’a pas répondu à temps',
      TOO_OLD: 'Message retrouvé trop tard pour l’assistant',
      UNSUPPORTED_MESSAGE: 'L’assistant ne sait pas lire ce type de message',
      ASSISTANT_FAILED: 'L’assistant a rencontré un problème',
      MISUNDERSTOOD: 'L’assistant n’a pas compris deux fois de suite',
      SENSITIVE: 'Santé, droit ou remboursement : à vous de répondre',
      URGENT: 'Urgence : à traiter tout de suite',
      BOOKING_UNCONFIRMED: 'Rendez-vous à confirmer par quelqu’un',
      OTHER_LANGUAGE: 'Le client écrit dans une autre langue',
    },
  },
  en: {
    status: { new: 'New', open: 'Open', resolved: 'Resolved' },
    awaiting: 'Waits for a person',
    assistantLeads: 'Assistant',
    nobodyLeads: 'Nobody',
    youLead: 'You',
    personLeads: (name) => name,
    someone: 'A colleague',
    reason: {
      NOT_UNDERSTOOD: 'The assistant did not understand',
      NO_ANSWER_KNOWN: 'The assistant does not know the answer',
      CUSTOMER_ASKED: 'The customer asks for a person',
      COMPLAINT: 'The customer seems unhappy',
      DEADLINE_PASSED: 'The assistant did not answer in time',
      TOO_OLD: 'Found too late for the assistant',
      UNSUPPORTED_MESSAGE: 'The assistant cannot read this kind of message',
      ASSISTANT_FAILED: 'The assistant ran into a problem',
      MISUNDERSTOOD: 'The assistant did not understand twice in a row',
      SENSITIVE: 'Health, law or money back: yours to answer',
      URGENT: 'Urgent: needs somebody now',
      BOOKING_UNCONFIRMED: 'An appointment for somebody to confirm',
      OTHER_LANGUAGE: 'The customer writes in another language',
    },
  },
}
