import type { Replay, Faq, FaqRequest, ImportLine, ImportPreview, QuestionGroup } from '../src/lib/api-types.ts'
import type { Answer, Asked } from './mock-setup.ts'

export const faqPaths = /^\/api\/(faqs(?!\/ready)|questions)(\/|$)/

const HOUR = 3_600_000

/** What Camélia's assistant answers from, and what it could not answer. */
export class MockFaqs {
  private faqs: Faq[] = []
  private groups: QuestionGroup[]

  constructor() {
    for (const [category, question, answer, ...variants] of known)
      this.save(crypto.randomUUID(), { category: category || undefined, question, answer, variants, enabled: true })
    this.faqs = this.faqs.map((faq, index) => (index === 4 ? { ...faq, enabled: false } : faq))
    const [, second] = this.faqs
    this.groups = [
      group(5, 2, [
        'Vous faites les extensions de cils ?',
        'Bonjour, proposez-vous la pose de cils volume russe ?',
        'cils c possible ?',
      ]),
      { ...group(3, 30, ['Vous êtes ouverts le lundi de Pâques ?', 'ouvert lundi prochain ?']), nearest: second },
      group(1, 120, [
        'Est-ce que je peux venir avec ma fille de 4 ans, elle est très calme et restera assise à côté de moi ?',
      ]),
    ]
  }

  answer({ method, path, body }: Asked, commit: boolean, picture: string): Answer {
    if (path === '/api/faqs/import') return { status: 200, body: preview(commit) }
    if (path === '/api/questions/groups')
      return { status: 200, body: { items: picture === 'empty' ? [] : this.groups } }
    const [, dismissed] = /^\/api\/questions\/(.+)\/dismiss$/.exec(path) ?? []
    if (dismissed !== undefined) return this.settle(dismissed)
    if (path === '/api/faqs/order') return this.order(body.ids as string[])
    const [, id] = /^\/api\/faqs\/(.+)$/.exec(path) ?? []
    if (method === 'GET')
      return id === undefined
        ? { status: 200, body: { items: picture === 'empty' ? [] : this.faqs } }
        : { status: 200, body: this.faqs.find((it) => it.id === id) }
    if (method === 'DELETE') {
      this.faqs = this.faqs.filter((it) => it.id !== id)
      return { status: 204, body: undefined }
    }
    const request = body as unknown as FaqRequest
    if (request.settles !== undefined) this.settle(request.settles)
    return { status: id === undefined ? 201 : 200, body: this.save(id ?? crypto.randomUUID(), request) }
  }

  private save(id: string, request: FaqRequest): Faq {
    const before = this.faqs.find((it) => it.id === id)
    const faq: Faq = {
      id,
      question: request.question ?? '',
      answer: request.answer ?? '',
      variants: request.variants ?? [],
      category: request.category,
      enabled: request.enabled ?? true,
      position: before?.position ?? this.faqs.length,
      version: (before?.version ?? 0) + 1,
      updatedAt: new Date().toISOString(),
    }
    this.faqs = before ? this.faqs.map((it) => (it.id === id ? faq : it)) : [...this.faqs, faq]
    return faq
  }

  private settle(question: string): Answer {
    this.groups = this.groups.filter(({ members }) => !members.some(({ id }) => id === question))
    return { status: 204, body: undefined }
  }

  private order(ids: string[]): Answer {
    this.faqs = ids.flatMap((id) => this.faqs.find((it) => it.id === id) ?? [])
    return { status: 204, body: undefined }
  }
}

function group(times: number, hours: number, texts: string[]): QuestionGroup {
  const lastAt = new Date(Date.now() - hours * HOUR).toISOString()
  const members = texts.map((text) => ({ id: crypto.randomUUID(), text, times: 1, lastAt }))
  return { id: members[0]?.id ?? '', question: texts[0] ?? '', times, lastAt, members }
}

/** A file of some lines, in which two are wrong until it is imported. */
function preview(saved: boolean): ImportPreview {
  const line = (number: number, question: string, state: ImportLine['state'], ...said: string[]): ImportLine => ({
    line: number,
    question,
    state,
    errors: said.map((message) => ({ field: 'answer', message })),
  })
  const lines = [
    line(2, 'Avez-vous un parking ?', 'new'),
    line(3, 'Quels sont vos horaires d’ouverture ?', 'changed'),
    line(4, 'Faites-vous des soins à domicile ?', 'wrong', 'La réponse a de 1 à 2 000 caractères.'),
    line(5, 'Où êtes-vous situés ?', 'unchanged'),
    line(6, 'Avez-vous un parking ?', 'duplicate', 'Même question que la ligne 2.'),
    line(9, 'Oui', 'wrong', 'La question a de 3 à 300 caractères.'),
    ...Array.from({ length: 240 }, (_, index) => line(10 + index, `Question numéro ${index + 1} du fichier ?`, 'new')),
  ].filter(({ state }) => !saved || state !== 'wrong')
  const counts = { new: 0, changed: 0, unchanged: 0, duplicate: 0, wrong: 0 }
  for (const { state } of lines) counts[state] += 1
  return { saved, counts, lines }
}

const known: [category: string, question: string, answer: string, ...variants: string[]][] = [
  [
    'Infos pratiques',
    'Quels sont vos horaires d’ouverture ?',
    'Nous vous accueillons du mardi au samedi, de 9 h à 12 h et de 14 h à 19 h.',
    'Vous fermez à quelle heure ?',
    'Ouvert le samedi ?',
  ],
  ['Infos pratiques', 'Où êtes-vous situés ?', 'Au 12, rue des Lilas, 69003 Lyon. Tram T3, arrêt Dauphiné.'],
  ['Infos pratiques', 'Où puis-je me garer ?', 'On trouve en général une place dans les rues voisines.'],
  [
    'Tarifs',
    'Quel est le prix d’une épilation demi-jambes ?',
    '22 €, et 34 € pour les jambes entières.',
    'combien les jambes',
  ],
  ['Tarifs', 'Proposez-vous des cartes cadeaux ?', 'Oui, à partir de 20 €, pour un montant ou un soin au choix.'],
  [
    '',
    'Puis-je annuler ou déplacer mon rendez-vous ?',
    'Bien sûr : prévenez-nous ici au plus tard 24 heures avant, c’est gratuit.\nPassé ce délai, la moitié du soin reste due.',
  ],
]

export const replay: Replay = {
  since: new Date(Date.now() - 28 * 24 * HOUR).toISOString(),
  questions: 184,
  complete: true,
  changed: [
    {
      question: 'slt c ouvert dimanche ??',
      times: 4,
      lastAt: new Date().toISOString(),
      before: [],
      after: ['Quels sont vos horaires d’ouverture ?'],
    },
    {
      question: 'Est-ce qu’il y a une place pour se garer devant l’institut ou il faut payer le parking ?',
      times: 1,
      lastAt: new Date().toISOString(),
      before: ['Où puis-je me garer ?'],
      after: ['Où puis-je me garer ?'],
    },
    {
      question: 'vous prenez la CB',
      times: 2,
      lastAt: new Date().toISOString(),
      before: ['Quels moyens de paiement acceptez-vous ?'],
      after: [],
    },
  ],
}
