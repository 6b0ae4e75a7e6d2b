import { openHours } from './mock-agenda.ts'
import type {
  AssistantRules,
  Hours,
  Onboarding,
  ReadyFaq,
  ServiceOffer,
  Settings,
  Step,
  Suggestions,
  TryAnswer,
} from '../src/lib/api-types.ts'

export interface Answer {
  status: number
  body: unknown
}

export interface Asked {
  method: string
  path: string
  body: Record<string, unknown>
}

const STEPS: Step[] = ['business', 'hours', 'services', 'tone', 'channel', 'faqs']
const BREAK = ['09:00-12:00', '14:00-19:00']

const changed: Answer = {
  status: 409,
  body: {
    title: 'Modifié entre-temps',
    status: 409,
    detail: 'Quelqu’un d’autre vient d’enregistrer une modification. Rechargez pour la voir, puis reprenez la vôtre.',
  },
}

/** One business being set up, for as long as the mock runs. */
export class MockSetup {
  private settings: Settings
  private readonly left: Partial<Record<Step, 'done' | 'skipped'>>
  private assistant: AssistantRules = { quietSeconds: 1, deadlineSeconds: 20, caution: 'usual', version: 1 }
  private calendarMadeAt: string | undefined
  private hours: Hours = {
    holidayRegion: 'METROPOLE',
    workedHolidays: [],
    week: [],
    exceptions: [],
    practitioners: [],
    seats: 1,
    rules: { leadMinutes: 120, horizonDays: 60, gridMinutes: 15, strictGrid: false },
    bookingsOutside: 0,
    version: 0,
  }
  private services: ServiceOffer[] = []

  constructor(name: string, vertical: Settings['vertical'], left: Step[] = []) {
    this.settings = { name, vertical, timeZone: 'Europe/Paris', formal: true, version: 1 }
    if (left.includes('hours')) this.hours = { ...this.hours, ...openHours, version: 1 }
    this.left = Object.fromEntries(left.map((step) => [step, 'done']))
  }

  /** Somebody else was quicker. */
  meanwhile(): void {
    this.settings = { ...this.settings, signature: 'Léa', version: this.settings.version + 1 }
  }

  answer({ method, path, body }: Asked): Answer | undefined {
    const [, id] = /^\/api\/services\/(.+)$/.exec(path) ?? []
    const [, step] = /^\/api\/onboarding\/(.+)$/.exec(path) ?? []
    switch (path) {
      case '/api/settings':
        return method === 'PUT' ? this.saveSettings(body as unknown as Settings) : ok(this.settings)
      case '/api/onboarding':
        return ok(this.onboarding())
      case '/api/hours':
        return method === 'PUT' ? this.saveHours(body as unknown as Hours) : ok(this.hours)
      case '/api/services':
        return method === 'POST' ? this.saveService(crypto.randomUUID(), body) : ok({ items: this.services })
      case '/api/settings/assistant':
        if (method === 'PUT') this.assistant = { ...this.assistant, ...body, version: this.assistant.version + 1 }
        return ok(this.assistant)
      case '/api/calendar':
        return ok({ madeAt: this.calendarMadeAt })
      case '/api/calendar/secret':
        return this.changeCalendar(method)
      case '/api/suggestions':
        return ok(this.suggestions())
      case '/api/faqs/ready':
        return ok({ items: this.faqs() })
      case '/api/assistant/try':
        return ok(this.tryIt(String(body.text)))
    }
    if (step !== undefined) {
      this.left[step as Step] = body.state as 'done' | 'skipped'
      return ok(this.onboarding())
    }
    if (id !== undefined && method === 'DELETE') {
      this.services = this.services.filter((it) => it.id !== id)
      return { status: 204, body: undefined }
    }
    return id === undefined ? undefined : this.saveService(id, body)
  }

  private changeCalendar(method: string): Answer {
    this.calendarMadeAt = method === 'POST' ? new Date().toISOString() : undefined
    return method === 'POST'
      ? { status: 201, body: { path: `/calendar/${crypto.randomUUID()}.ics` } }
      : { status: 204, body: undefined }
  }

  private saveSettings(request: Settings): Answer {
    if (request.version !== this.settings.version) return changed
    this.settings = { ...request, version: request.version + 1 }
    return ok(this.settings)
  }

  private saveHours(request: Hours): Answer {
    if (request.version !== this.hours.version) return changed
    this.hours = { ...request, bookingsOutside: 0, version: request.version + 1 }
    return ok(this.hours)
  }

  private saveService(id: string, request: Record<string, unknown>): Answer {
    const before = this.services.find((it) => it.id === id)
    const saved = {
      ...(request as unknown as ServiceOffer),
      id,
      position: this.services.length,
      version: (before?.version ?? 0) + 1,
    }
    this.services = before ? this.services.map((it) => (it.id === id ? saved : it)) : [...this.services, saved]
    return ok(saved)
  }

  private onboarding(): Onboarding {
    const steps = STEPS.map((step) => ({ step, state: this.left[step] ?? ('open' as const) }))
    return { steps, finished: steps.every(({ state }) => state !== 'open') }
  }

  private suggestions(): Suggestions {
    const open =
      this.settings.vertical === 'beauty'
        ? (['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const)
        : (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const)
    return {
      services: this.settings.vertical === 'beauty' ? beauty : trades,
      week: open.map((day) => ({ day, periods: BREAK })),
      holidayRegion: 'METROPOLE',
    }
  }

  private faqs(): ReadyFaq[] {
    const { address, name } = this.settings
    const where = address ? `${address.street}, ${address.postalCode} ${address.city}` : 'à notre adresse habituelle'
    const prices = this.services
      .filter(({ priceCents }) => priceCents !== undefined)
      .slice(0, 3)
      .map((it) => `${it.name} ${it.priceFrom ? 'à partir de ' : ''}${(it.priceCents ?? 0) / 100} €`)
    return [
      [
        'Quels sont vos horaires d’ouverture ?',
        'Nous vous accueillons du mardi au samedi, de 9h à 12h et de 14h à 19h. Nous sommes fermés les jours fériés.',
      ],
      ['Où êtes-vous situés ?', `Vous nous trouverez ${address ? `au ${where}` : where}.`],
      [
        'Quels sont vos tarifs ?',
        prices.length > 0
          ? `Voici quelques-uns de nos tarifs : ${prices.join(', ')}. Dites-nous ce qui vous intéresse, nous vous préciserons le prix.`
          : 'Dites-nous ce qui vous intéresse, nous vous préciserons le prix.',
      ],
      [
        'Comment prendre rendez-vous ?',
        'Ici même : dites-nous ce que vous souhaitez et quand, nous vous proposons un créneau.',
      ],
      [
        'Puis-je annuler ou déplacer mon rendez-vous ?',
        'Bien sûr : prévenez-nous ici au plus tard 24 heures avant, c’est gratuit.',
      ],
      ['Quels moyens de paiement acceptez-vous ?', 'Carte bancaire, espèces et chèque.'],
      ['Proposez-vous des cartes cadeaux ?', `Oui, pour un montant ou un soin au choix, à retirer chez ${name}.`],
      ['Recevez-vous les hommes ?', 'Oui, la plupart de nos soins s’adressent à tous.'],
      [
        'Que faire en cas de retard ?',
        'Prévenez-nous ici : jusqu’à 10 minutes, nous faisons notre possible pour vous recevoir.',
      ],
      ['Où puis-je me garer ?', 'On trouve en général une place dans les rues voisines.'],
    ].map(([question = '', answer = ''], index) => ({
      key: `ready-${index}`,
      category: 'Infos pratiques',
      question,
      answer,
      variants: [],
      state: 'ready',
      missing: [],
    }))
  }

  private tryIt(text: string): TryAnswer {
    const known = this.faqs()
    const asked = [
      [/ouvert|horaire|samedi/i, 0],
      [/où|adresse/i, 1],
      [/combien|prix|tarif/i, 2],
      [/rendez-vous|rdv/i, 3],
    ] as const
    const found = known[asked.find(([words]) => words.test(text))?.[1] ?? -1]
    return found
      ? {
          text: `Bonjour ! Je suis un assistant automatique. ${found.answer}`,
          sources: [{ faq: found.key, question: found.question, answer: found.answer, score: 0.9 }],
        }
      : {
          text: 'Je préfère ne pas vous répondre au hasard : je transmets votre question à l’équipe, qui vous répondra ici.',
          handover: 'NO_ANSWER_KNOWN',
          sources: [],
        }
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}

const offer = (
  name: string,
  durationMinutes: number,
  priceEuros?: number,
  priceFrom = false,
): Suggestions['services'][number] => ({
  name,
  synonyms: [],
  durationMinutes,
  bufferMinutes: 0,
  priceCents: priceEuros === undefined ? undefined : priceEuros * 100,
  priceFrom,
})

const beauty = [
  offer('Soin du visage', 60, 65),
  offer('Épilation sourcils', 15, 12),
  offer('Épilation demi-jambes', 30, 22),
  offer('Épilation jambes entières', 45, 34),
  offer('Pose de vernis semi-permanent', 60, 35),
  offer('Beauté des pieds', 45, 39),
  offer('Massage relaxant', 60, 70),
  offer('Coupe femme', 45, 38, true),
  offer('Coupe homme', 30, 24),
  offer('Couleur', 90, 55, true),
]

const trades = [
  offer('Diagnostic sur place', 60, 60),
  offer('Dépannage plomberie', 90, 90, true),
  offer('Recherche de fuite', 120, 150, true),
  offer('Remplacement de robinet', 60, 80, true),
  offer('Mise aux normes électriques', 240),
  offer('Peinture d’une pièce', 480),
]
