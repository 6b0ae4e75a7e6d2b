import type { Author, Conversation, HandoverReason, Leader, Message } from '../src/lib/api-types.ts'

export const sophie = 'af8b3248-8419-52bb-a999-ad0bcfb594e9'
export const lea = '0fb20b79-5153-53be-bc67-372feb0075ba'

export const me = {
  subject: sophie,
  name: 'Sophie Camélia',
  email: 'sophie@camelia.example',
  workspaces: [
    { id: '93a3736e-9d24-5371-884d-943433cdf9b1', name: 'Institut Camélia', vertical: 'beauty', role: 'owner' },
  ],
}

export interface Told {
  conversation: Conversation
  messages: Message[]
}

const assistant: Leader = { kind: 'assistant' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Who said it, what, how long after what was said before, and what else is known of it. */
type Said = [who: 'c' | 'a' | 's' | 'l', body: string, afterMs: number, more?: Partial<Message>]

interface Story {
  name?: string
  phone: string
  agoMs: number
  said: Said[]
  unread?: number
  leader?: Leader
  waiting?: HandoverReason
  status?: Conversation['status']
  optedOutAgoMs?: number
}

const faq = (faqQuestion: string, confidence = 0.86): Partial<Message> => ({
  reasons: { engine: 'local', intent: 'faq', faqQuestion, confidence },
})
const ready = (
  index: number,
  contentType: string,
  size: number,
  fileName?: string,
): Message['attachments'][number] => ({
  index,
  contentType,
  state: 'ready',
  size,
  fileName,
})
const hello =
  'Bonjour ! Je suis l’assistant automatique de l’Institut Camélia. Je réponds à vos questions, et Sophie prend le relais quand il le faut.'

const stories: Story[] = [
  {
    name: 'Marie Lefèvre',
    phone: '+33639980012',
    agoMs: 2 * MINUTE,
    unread: 2,
    waiting: 'NO_ANSWER_KNOWN',
    leader: { kind: 'nobody' },
    status: 'open',
    said: [
      ['c', 'Bonjour, je voudrais offrir un soin à ma mère pour Noël', 0],
      ['a', hello, 4_000],
      [
        'a',
        'Nous avons des cartes cadeaux à partir de 20 €, pour un montant ou un soin au choix. Elles s’achètent à l’institut ou sont envoyées par e-mail en PDF à imprimer.',
        3_000,
        faq('Proposez-vous des cartes cadeaux ?'),
      ],
      ['c', 'Super ! Et vous ouvrez à quelle heure le samedi ?', DAY - 3 * HOUR],
      [
        'a',
        'L’institut est ouvert du mardi au vendredi de 9h30 à 19h sans interruption, et le samedi de 9h à 17h.',
        5_000,
        { ...faq('Quels sont vos horaires d’ouverture ?', 0.91), status: 'read' },
      ],
      [
        's',
        'Bonjour Marie, c’est Sophie. Passez quand vous voulez samedi, je vous montrerai les coffrets 🎁',
        22 * MINUTE,
      ],
      ['c', 'Merci beaucoup Sophie, à samedi !', 6 * MINUTE],
      ['c', 'Une dernière chose : est-ce que le massage est possible pour deux personnes en même temps ?', 2 * HOUR],
      ['c', 'C’est pour ma mère et ma tante', 40_000],
      [
        'a',
        'Je ne connais pas la réponse à cette question. Je la transmets à l’équipe, qui vous répond dès que possible.',
        4_000,
        { status: 'delivered' },
      ],
    ],
  },
  {
    name: 'Karim Benali',
    phone: '+33639980023',
    agoMs: 9 * MINUTE,
    unread: 1,
    status: 'new',
    said: [['c', 'Bonsoir, faites-vous l’épilation du dos pour homme ?', 0]],
  },
  {
    name: 'Chloé Dubois',
    phone: '+33639980034',
    agoMs: 26 * MINUTE,
    status: 'open',
    leader: { kind: 'person', person: lea, name: 'Léa Moreau' },
    said: [
      ['c', 'Mon vernis s’est écaillé après 4 jours 😕', 0],
      ['a', hello, 4_000],
      [
        'l',
        'Bonjour Chloé, c’est Léa. Un éclat dans les 7 jours est réparé gratuitement. Demain 11 h vous irait ?',
        7 * MINUTE,
      ],
    ],
  },
  {
    name: 'Antoine Rousseau',
    phone: '+33639980045',
    agoMs: 71 * MINUTE,
    status: 'open',
    leader: { kind: 'person', person: sophie, name: 'Sophie Camélia' },
    said: [
      ['c', 'Bonjour, je voudrais annuler mon rendez-vous de jeudi', 0],
      [
        'a',
        'Vous pouvez annuler ou reporter gratuitement jusqu’à 24 h avant le rendez-vous. Je transmets à l’équipe.',
        4_000,
      ],
      [
        's',
        'C’est noté Antoine, votre rendez-vous est annulé. Souhaitez-vous une autre date ?',
        12 * MINUTE,
        { status: 'sent' },
      ],
      [
        's',
        'Je peux vous proposer vendredi 15 h ou samedi 10 h 30.',
        2 * MINUTE,
        {
          status: 'refused',
          resendable: true,
          failure: 'WhatsApp n’a pas pu remettre ce message : le téléphone du client était injoignable.',
        },
      ],
    ],
  },
  {
    phone: '+33639980056',
    agoMs: 3 * HOUR,
    status: 'new',
    unread: 1,
    said: [
      ['c', '', 0, { kind: 'image' }],
      ['c', 'Vous faites ce genre de pose ?', 8_000],
    ],
  },
  {
    name: 'Nadège Garnier',
    phone: '+33639980111',
    agoMs: 4 * HOUR,
    unread: 1,
    status: 'open',
    leader: { kind: 'person', person: sophie, name: 'Sophie Camélia' },
    said: [
      [
        'c',
        'Bonjour, je viens de voir votre annonce',
        0,
        { referral: { type: 'ad', headline: 'Soin visage, -20 % en mars', url: 'https://fb.example/2aBcDeF' } },
      ],
      ['a', hello, 3_000, { status: 'read' }],
      ['c', '', 5 * MINUTE, { kind: 'image', attachments: [ready(0, 'image/jpeg', 182_400, 'IMG_2041.jpg')] }],
      [
        'c',
        'Celui-ci, vous le faites ?',
        20_000,
        {
          repliedTo: {
            message: uuid('m', '5-1'),
            author: { kind: 'assistant' },
            excerpt: 'Bonjour ! Je suis l’assistant automatique de l’Institut Camélia.',
          },
        },
      ],
      ['c', '', 30_000, { kind: 'audio', attachments: [ready(0, 'audio/ogg', 48_000)] }],
      ['s', 'Oui Nadège, sans problème. Vous pouvez m’envoyer l’ordonnance ?', 4 * MINUTE],
      [
        'c',
        '',
        2 * MINUTE,
        {
          kind: 'document',
          attachments: [ready(0, 'application/pdf', 1_340_000, 'Ordonnance du docteur Lemoine – mars.pdf')],
        },
      ],
      ['c', 'Et une vidéo de la zone', 20_000, { kind: 'video', attachments: [ready(0, 'video/mp4', 9_800_000)] }],
      [
        'c',
        'Celle d’avant était trop longue',
        20_000,
        {
          kind: 'video',
          attachments: [
            {
              index: 0,
              contentType: 'video/mp4',
              state: 'unavailable',
              problem: 'Cette pièce jointe est trop volumineuse.',
            },
          ],
        },
      ],
      ['c', '', MINUTE, { kind: 'contact', forwarded: true, attachments: [ready(0, 'text/vcard', 320)] }],
      [
        'c',
        '',
        MINUTE,
        {
          kind: 'location',
          location: { latitude: '48.1113', longitude: '-1.6800', label: 'Place des Lices', address: '35000 Rennes' },
        },
      ],
      ['c', '', MINUTE, { kind: 'sticker', attachments: [ready(0, 'image/webp', 18_000)] }],
      ['c', 'Confirmer le rendez-vous', MINUTE, { kind: 'button', button: { text: 'Confirmer', payload: 'x' } }],
      ['c', '', MINUTE, { kind: 'unsupported' }],
      ['c', 'Vous avez eu mon message de ce matin ?', MINUTE, { recovered: true }],
      ['c', '', MINUTE, { kind: 'image', attachments: [{ index: 0, contentType: 'image/jpeg', state: 'pending' }] }],
    ],
  },
  {
    name: 'Olivier Blanc',
    phone: '+33639980122',
    agoMs: 4 * HOUR + 20 * MINUTE,
    status: 'open',
    optedOutAgoMs: 4 * HOUR + 20 * MINUTE,
    leader: { kind: 'person', person: sophie, name: 'Sophie Camélia' },
    said: [
      ['s', 'Bonjour Olivier, votre bon cadeau expire fin mars.', 0],
      ['c', 'STOP', 3 * MINUTE],
      [
        'a',
        'C’est noté : vous ne recevrez plus de messages de notre part. Écrivez START pour en recevoir à nouveau.',
        2_000,
      ],
    ],
  },
  {
    name: 'Isabelle Fontaine-Marchand de la Roche',
    phone: '+33639980067',
    agoMs: 5 * HOUR,
    said: [
      ['c', 'C’est combien une beauté des pieds ?', 0],
      [
        'a',
        'La beauté des pieds est à 42 € et dure 50 minutes.',
        3_000,
        { ...faq('Quels sont vos tarifs ?'), status: 'read' },
      ],
    ],
  },
  {
    name: 'Lucas Petit',
    phone: '+33639980078',
    agoMs: 26 * HOUR,
    status: 'resolved',
    said: [
      ['c', 'Où peut-on se garer ?', 0],
      [
        'a',
        'Notre rue est en zone bleue (1h30 gratuite avec le disque) et le parking souterrain des Lices est à 150 m.',
        3_000,
        faq('Où puis-je me garer ?'),
      ],
      ['c', 'Parfait, merci', 30_000],
    ],
  },
]

const names = [
  'Nadia Cherif',
  'Paul Girard',
  'Élodie Marchand',
  'Yann Le Gall',
  'Fatou Diallo',
  'Hugo Bernard',
  'Camille Roy',
]
const asked = [
  'Vous prenez la carte bancaire ?',
  'Est-ce que vos produits sont bio ?',
  'Bonjour, avez-vous de la place vendredi ?',
  'Combien de temps dure un soin du visage ?',
  'Merci pour hier, c’était parfait !',
]

export function tell(): Map<string, Told> {
  const told = new Map<string, Told>()
  const older = Array.from({ length: 120 }, (_, index): Story => ({
    name: names[index % names.length] ?? '',
    phone: `+336399${String(10_000 + index)}`,
    agoMs: 2 * DAY + index * 7 * HOUR,
    status: 'resolved',
    said: [
      ['c', asked[index % asked.length] ?? '', 0],
      ['a', 'Oui, avec plaisir. N’hésitez pas si vous avez d’autres questions.', 3_000],
    ],
  }))
  const now = Date.now()
  ;[...stories, ...older].forEach((story, index) => {
    const one = toTold(story, index, now)
    told.set(one.conversation.id, one)
  })
  const first = [...told.values()][0]
  if (first) first.messages.unshift(...longAgo(first, now))
  return told
}

function toTold(story: Story, index: number, now: number): Told {
  const id = uuid('c', index)
  const span = story.said.reduce((sum, [, , after]) => sum + after, 0)
  let at = now - story.agoMs - span
  const messages = story.said.map(([who, body, after, more], place): Message => {
    at += after
    return toMessage(`${index}-${place}`, who, body, at, story.name, more)
  })
  const heard = messages.findLast((message) => message.direction === 'inbound')
  const lastMessage = messages.at(-1)
  return {
    messages,
    conversation: {
      id,
      version: 10,
      status: story.status ?? 'new',
      awaitingPerson: story.waiting !== undefined,
      handoverReason: story.waiting,
      leader: story.leader ?? assistant,
      leaderNumber: 1,
      customer: { name: story.name, phone: story.phone, address: `whatsapp:${story.phone}` },
      channel: '294e1a20-fd0d-5d80-9144-e2037f2078f2',
      lastMessage,
      unread: story.unread ?? 0,
      lastActivityAt: lastMessage?.at ?? new Date(at).toISOString(),
      freeTextUntil: heard && new Date(Date.parse(heard.at) + DAY - 5 * MINUTE).toISOString(),
      optedOutAt: story.optedOutAgoMs === undefined ? undefined : new Date(now - story.optedOutAgoMs).toISOString(),
      leaderChanging: false,
    },
  }
}

function longAgo({ conversation }: Told, now: number): Message[] {
  return Array.from({ length: 130 }, (_, index) =>
    toMessage(
      `0-old-${index}`,
      index % 3 === 0 ? 'c' : index % 3 === 1 ? 'a' : 's',
      index % 3 === 0 ? (asked[index % asked.length] ?? '') : `Réponse ${index} à une question d’il y a longtemps.`,
      now - 40 * DAY + index * 3 * HOUR,
      conversation.customer.name,
    ),
  )
}

export function toMessage(
  id: string,
  who: Said[0],
  body: string,
  at: number,
  customer: string | undefined,
  more: Partial<Message> = {},
): Message {
  const author: Record<Said[0], Author> = {
    c: { kind: 'customer', name: customer },
    a: { kind: 'assistant' },
    s: { kind: 'person', person: sophie, name: 'Sophie Camélia' },
    l: { kind: 'person', person: lea, name: 'Léa Moreau' },
  }
  return {
    id: uuid('m', id),
    direction: who === 'c' ? 'inbound' : 'outbound',
    author: author[who],
    kind: 'text',
    body,
    at: new Date(at).toISOString(),
    status: who === 'c' ? 'received' : 'read',
    answers: [],
    version: 1,
    resendable: false,
    round: 0,
    attachments: [],
    forwarded: false,
    recovered: false,
    ...more,
  }
}

function uuid(kind: string, seed: string | number): string {
  let hash = 2166136261
  for (const letter of `${kind}${seed}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0
  const hex = hash.toString(16).padStart(8, '0')
  return `${hex}-${hex.slice(0, 4)}-5${hex.slice(1, 4)}-8${hex.slice(2, 5)}-${hex}${hex.slice(0, 4)}`
}
