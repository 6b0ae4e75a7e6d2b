import type { Channel, OptOut, Template } from '../src/lib/api-types.ts'

const CHANNEL = '294e1a20-fd0d-5d80-9144-e2037f2078f2'
const MINUTE = 60_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

const STEPS = ['credentials', 'number', 'webhook', 'received', 'answered', 'callback'] as const

/** A number on its way: how far is what is asked for. */
export function draft(through: number): Channel {
  const sentences = [
    'Twilio ouvre le compte « Institut Camélia ».',
    'Le numéro est en ligne, sous le nom « Institut Camélia ».',
    'Twilio ne sait pas encore où nous appeler : copiez cette adresse dans la console Twilio.',
    'Écrivez « Bonjour » à ce numéro, depuis votre téléphone.',
    'Vient après le premier message.',
    'Vient après la première réponse.',
  ]
  return {
    id: '394e1a20-fd0d-5d80-9144-e2037f2078f3',
    state: through >= 2 ? 'connected' : 'draft',
    accountSid: 'AC0123456789abcdef0123456789abcdef',
    version: 1 + through,
    senders: [
      { address: 'whatsapp:+33199000042', name: 'Institut Camélia', isOnline: true },
      { address: 'whatsapp:+33199000043', name: 'Camélia Formation', isOnline: false },
    ],
    ...(through >= 2 ? { address: 'whatsapp:+33199000042' } : {}),
    checklist: STEPS.map((step, index) => ({
      step,
      progress: index < through ? 'done' : index === 0 ? 'waiting' : 'todo',
      sentence:
        index === 0 && through === 0
          ? 'Accueil interroge Twilio…'
          : index === 1 && through === 1
            ? 'Choisissez le numéro auquel vos clients écrivent.'
            : (sentences[index] ?? ''),
    })),
    reconciliation: { state: 'unknown', sentence: 'Pas encore comparé avec la liste de Twilio.' },
  }
}

export function channels(state: string): Channel[] {
  const isRed = state === 'red'
  return [
    {
      id: CHANNEL,
      state: 'connected',
      accountSid: 'AC0123456789abcdef0123456789abcdef',
      version: 1,
      senders: [],
      checklist: STEPS.map((step) => ({ step, progress: 'done', sentence: 'Fait.' })),
      address: 'whatsapp:+33199000042',
      lastReceivedAt: ago(2 * MINUTE),
      ...(isRed
        ? {
            signature: {
              at: ago(9 * MINUTE),
              cause: 'OTHER_ADDRESS' as const,
              count: 12,
              sentence:
                'Les appels de Twilio sont signés pour une autre adresse que la nôtre : le plus souvent, l’adresse du webhook a été modifiée dans la console Twilio.',
            },
          }
        : {}),
      reconciliation: {
        state: isRed ? 'red' : 'green',
        checkedAt: isRed ? ago(4 * MINUTE) : ago(0),
        listed: 214,
        recovered: isRed ? 3 : 1,
        missing: isRed ? 2 : 0,
        sentence: isRed
          ? '2 messages reçus par Twilio manquent encore ici : Accueil essaie de les retrouver. Lancez une comparaison ; si rien ne change, regardez dans la console Twilio.'
          : 'Zéro message perdu : 1 message a été retrouvé et ajouté.',
      },
    },
  ]
}

export const templates: Template[] = [
  {
    contentSid: 'HX0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    channel: CHANNEL,
    name: 'rappel_rendez_vous',
    language: 'fr',
    body: 'Bonjour {{1}}, nous vous rappelons votre rendez-vous du {{2}} à l’Institut Camélia. Répondez à ce message pour le déplacer.',
    variables: ['1', '2'],
    category: 'utility',
    approval: 'approved',
  },
  {
    contentSid: 'HX1f1e2d3c4b5a69788796a5b4c3d2e1f1',
    channel: CHANNEL,
    name: 'reprise_de_contact',
    language: 'fr',
    body: 'Bonjour {{1}}, vous nous aviez posé une question. Souhaitez-vous toujours une réponse ?',
    variables: ['1'],
    category: 'utility',
    approval: 'approved',
  },
  {
    contentSid: 'HX2f1e2d3c4b5a69788796a5b4c3d2e1f2',
    channel: CHANNEL,
    name: 'cartes_cadeaux_noel',
    language: 'fr',
    body: 'Nos cartes cadeaux de Noël sont arrivées, à partir de 20 €. À bientôt à l’institut !',
    variables: [],
    category: 'marketing',
    approval: 'approved',
  },
  {
    contentSid: 'HX3f1e2d3c4b5a69788796a5b4c3d2e1f3',
    channel: CHANNEL,
    name: 'en_attente',
    language: 'fr',
    body: 'Pas encore approuvé.',
    variables: [],
    approval: 'pending',
  },
]

const people = ['Nadia Cherif', 'Paul Girard', undefined, 'Élodie Marchand', 'Yann Le Gall']
const words = ['STOP', 'Arrêt', 'stop svp', 'DESABONNER', 'Stop']

export const optOuts: OptOut[] = Array.from({ length: 72 }, (_, index) => ({
  conversation: `conversation-${index}`,
  customer: {
    name: people[index % people.length],
    phone: `+336399801${String(index).padStart(2, '0')}`,
    address: `whatsapp:+336399801${String(index).padStart(2, '0')}`,
  },
  at: ago((index + 1) * 53 * 60 * MINUTE),
  kind: index % 4 === 1 ? 'resume' : 'stop',
  word: index % 4 === 1 ? undefined : words[index % words.length],
  reason: index % 4 === 1 ? 'explicit_wish' : undefined,
  message: `message-${index}`,
}))
