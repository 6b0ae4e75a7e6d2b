import type { Step } from '../lib/api-types'
import type { Words } from '../lib/i18n'

export const setupWords: Words<{
  title: string
  progress: string
  at: (number: number, of: number) => string
  steps: Record<Step, string>
  state: Record<'open' | 'done' | 'skipped', string>
  back: string
  next: string
  skip: string
  saving: string
  later: string
  signOut: string
  pending: string
  error: { title: string; text: string; retry: string }
  finish: (done: number, of: number) => string
}> = {
  fr: {
    title: 'Configuration',
    progress: 'Étapes de la configuration',
    at: (number, of) => `Étape ${number} sur ${of}`,
    steps: {
      business: 'Votre établissement',
      hours: 'Horaires',
      services: 'Prestations',
      tone: 'Ton de l’assistant',
      channel: 'WhatsApp',
      faqs: 'Questions fréquentes',
    },
    state: { open: 'à faire', done: 'terminée', skipped: 'passée' },
    back: 'Retour',
    next: 'Continuer',
    skip: 'Passer cette étape',
    saving: 'Enregistrement…',
    later: 'Terminer plus tard',
    signOut: 'Se déconnecter',
    pending: 'Chargement de l’étape',
    error: {
      title: 'Cette étape ne s’affiche pas',
      text: 'Ce que vous avez déjà enregistré est intact. Réessayez dans un instant.',
      retry: 'Réessayer',
    },
    finish: (done, of) => `Terminer la configuration (${done} sur ${of})`,
  },
  en: {
    title: 'Setup',
    progress: 'Steps of the setup',
    at: (number, of) => `Step ${number} of ${of}`,
    steps: {
      business: 'Your business',
      hours: 'Opening hours',
      services: 'Services',
      tone: 'The assistant’s tone',
      channel: 'WhatsApp',
      faqs: 'Frequent questions',
    },
    state: { open: 'to do', done: 'done', skipped: 'skipped' },
    back: 'Back',
    next: 'Continue',
    skip: 'Skip this step',
    saving: 'Saving…',
    later: 'Finish later',
    signOut: 'Sign out',
    pending: 'Loading the step',
    error: {
      title: 'This step cannot be shown',
      text: 'What you saved already is intact. Try again in a moment.',
      retry: 'Try again',
    },
    finish: (done, of) => `Finish the setup (${done} of ${of})`,
  },
}
