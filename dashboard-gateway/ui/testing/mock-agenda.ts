import type {
  Booking,
  BookRequest,
  BusyTime,
  ExternalCalendar,
  ExternalCalendarRequest,
  Hours,
} from '../src/lib/api-types.ts'
import type { Answer, Asked } from './mock-setup.ts'

export const agendaPaths = /^\/api\/(bookings|external-calendars|busy-times)(\/|$)/

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const CUSTOMERS = [
  'Marie Lefèvre',
  'Karim Benali',
  'Chloé Dubois-Fontaine',
  'Antoine Rousseau',
  'Nadège Garnier',
  'Inès Moreau',
]
const SERVICES = ['Soin du visage', 'Épilation demi-jambes', 'Pose de vernis semi-permanent', 'Massage relaxant']
const TEAM = ['Léa', 'Inès']

/** Who comes to Camélia in these weeks. */
export class MockAgenda {
  private bookings: Booking[] = []
  private calendars: ExternalCalendar[] = []

  constructor() {
    const monday = Date.now() - ((new Date().getDay() + 6) % 7) * DAY
    for (let day = -7; day < 14; day += 1) {
      const date = new Date(monday + day * DAY)
      if ([0, 1].includes(date.getDay())) continue
      for (const [index, [hour, minutes]] of (
        [
          [9, 45],
          [9.5, 60],
          [11, 30],
          [14, 90],
          [15, 45],
          [17.25, 20],
        ] as const
      ).entries()) {
        if ((index + day) % 4 === 0) continue
        date.setHours(Math.floor(hour), (hour % 1) * 60, 0, 0)
        this.add(date, minutes, index, index + day)
      }
    }
  }

  private add(start: Date, minutes: number, index: number, seed: number): void {
    const pick = <T>(list: T[]): T => list[Math.abs(seed) % list.length] as T
    this.bookings.push({
      id: crypto.randomUUID(),
      version: 1,
      status: seed % 7 === 3 ? 'cancelled' : 'booked',
      customerName: pick(CUSTOMERS),
      phone: '+33639980012',
      services: [{ id: crypto.randomUUID(), name: pick(SERVICES) }],
      practitioner: { id: TEAM[index % 2] ?? '', name: TEAM[index % 2] ?? '' },
      start: start.toISOString(),
      end: new Date(start.getTime() + minutes * MINUTE).toISOString(),
      byAssistant: index % 3 !== 0,
      createdAt: new Date(start.getTime() - 3 * DAY).toISOString(),
      ...(index % 2
        ? { remindedAt: new Date(start.getTime() - DAY).toISOString() }
        : { reminderProblem: 'no_template' }),
    })
  }

  answer({ method, path, body }: Asked, query: URLSearchParams): Answer {
    if (path === '/api/busy-times') return { status: 200, body: { items: this.busy() } }
    if (path.startsWith('/api/external-calendars'))
      return this.answerForCalendars(method, path.split('/')[3], body as unknown as ExternalCalendarRequest)
    const [, id, act] = /^\/api\/bookings\/([^/]+)\/(move|cancel)$/.exec(path) ?? []
    if (id !== undefined)
      return this.change(id, act === 'move' ? { start: String(body.start) } : { status: 'cancelled' }, body)
    if (method === 'POST') return this.enter(body as unknown as BookRequest)
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
    return {
      status: 200,
      body: {
        items: this.bookings
          .filter((it) => Date.parse(it.start) >= Date.parse(from) && Date.parse(it.start) < Date.parse(to))
          .toSorted((a, b) => a.start.localeCompare(b.start)),
      },
    }
  }

  private answerForCalendars(method: string, id: string | undefined, asked: ExternalCalendarRequest): Answer {
    const at = new Date().toISOString()
    if (id === undefined && method === 'POST') {
      if (!asked.address.endsWith('.ics')) return noCalendar
      const one = { id: crypto.randomUUID(), name: asked.name, host: 'calendar.google.com', addedAt: at, readAt: at }
      this.calendars.push({ ...one, upcoming: 12 })
      return { status: 201, body: this.calendars.at(-1) }
    }
    if (method === 'DELETE') {
      this.calendars = this.calendars.filter((it) => it.id !== id)
      return { status: 204, body: undefined }
    }
    if (id === undefined) return { status: 200, body: { items: this.calendars } }
    this.calendars = this.calendars.map((it) => (it.id === id ? { ...it, trouble: 'not_found' } : it))
    return { status: 200, body: this.calendars.find((it) => it.id === id) }
  }

  /** A lunch and a morning away. */
  private busy(): BusyTime[] {
    const at = (hour: number, minutes = 0) => new Date(new Date().setHours(hour, minutes, 0, 0)).toISOString()
    return this.calendars.flatMap(({ id, name }) => [
      { calendar: id, name, start: at(12, 45), end: at(13, 45) },
      { calendar: id, name, start: at(16), end: at(17) },
    ])
  }

  private change(id: string, change: Partial<Booking>, body: Record<string, unknown>): Answer {
    if (change.start !== undefined && new Date(change.start).getHours() < 8 && !body.override) return closed
    this.bookings = this.bookings.map((it) => (it.id === id ? { ...it, ...change, version: it.version + 1 } : it))
    const booking = this.bookings.find((it) => it.id === id)
    return { status: 200, body: { booking, customerTold: true } }
  }

  private enter({ customerName, start }: BookRequest): Answer {
    this.add(new Date(start), 45, 0, 1)
    const booking = { ...this.bookings.at(-1), customerName, status: 'booked' }
    this.bookings = [...this.bookings.slice(0, -1), booking as Booking]
    return { status: 201, body: { booking, customerTold: false, notTold: 'no_conversation' } }
  }
}

const noCalendar: Answer = {
  status: 422,
  body: {
    title: 'Agenda incorrect',
    detail: 'Ce n’est pas un agenda au format iCal : l’adresse se termine souvent par « .ics ».',
    errors: [
      {
        field: 'address',
        message: 'Ce n’est pas un agenda au format iCal : l’adresse se termine souvent par « .ics ».',
      },
    ],
  },
}

const closed: Answer = {
  status: 409,
  body: {
    title: 'Créneau impossible',
    detail: 'C’est en dehors des horaires d’ouverture.',
    errors: [{ field: 'override', message: 'C’est en dehors des horaires d’ouverture.' }],
  },
}

export const openHours: Pick<Hours, 'week'> = {
  week: (['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const).map((day) => ({
    day,
    periods: ['09:00-12:00', '14:00-19:00'],
  })),
}
