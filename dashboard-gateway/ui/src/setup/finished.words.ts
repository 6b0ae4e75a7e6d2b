import type { Words } from '../lib/i18n'

export const finishedWords: Words<{
  title: string
  almost: string
  lead: string
  almostLead: string
  try: string
  now: string
  answers: { title: string; text: string }
  channel: { title: string; text: string }
  yours: { title: string; text: string }
  left: string
  dashboard: string
}> = {
  fr: {
    title: 'Votre assistant est prêt',
    almost: 'Votre assistant peut déjà répondre',
    lead: 'Il connaît vos horaires, vos prestations et vos réponses. Essayez-le ici, avant vos clients.',
    almostLead: 'Essayez-le ici. Ce qui manque peut se compléter quand vous voudrez.',
    try: 'Essayez',
    now: 'Et maintenant ?',
    answers: {
      title: 'L’assistant répond, et vous voyez tout',
      text: 'Chaque conversation apparaît dans votre tableau de bord au moment où elle arrive.',
    },
    channel: {
      title: 'Reliez votre numéro WhatsApp',
      text: 'Tant qu’il n’est pas relié, aucun client ne peut écrire : vous pouvez tout essayer tranquillement.',
    },
    yours: {
      title: 'Vous gardez la main',
      text: 'Dès qu’il ne sait pas, il vous appelle. Vous répondez vous-même d’un geste, depuis votre téléphone.',
    },
    left: 'Il reste à compléter',
    dashboard: 'Aller au tableau de bord',
  },
  en: {
    title: 'Your assistant is ready',
    almost: 'Your assistant can answer already',
    lead: 'It knows your hours, your services and your answers. Try it here, before your customers do.',
    almostLead: 'Try it here. What is missing can be added whenever you like.',
    try: 'Try it',
    now: 'And now?',
    answers: {
      title: 'The assistant answers, and you see everything',
      text: 'Each conversation appears on your dashboard the moment it comes in.',
    },
    channel: {
      title: 'Connect your WhatsApp number',
      text: 'Until it is connected no customer can write: you can try everything in peace.',
    },
    yours: {
      title: 'You stay in charge',
      text: 'When it does not know, it calls you. You answer yourself with one touch, from your phone.',
    },
    left: 'Still to be done',
    dashboard: 'Go to the dashboard',
  },
}
