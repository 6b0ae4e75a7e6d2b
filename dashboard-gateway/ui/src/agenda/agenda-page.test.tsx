import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Booking, Hours } from '../lib/api-types'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { AgendaPage, toShown, type Shown } from './agenda-page'

const NOON = '2026-11-24T11:00:00Z'

const marie: Booking = {
  id: 'b1',
  version: 3,
  status: 'booked',
  customerName: 'Marie Lefèvre',
  phone: '+33639980012',
  conversation: 'c1',
  services: [{ id: 's1', name: 'Soin du visage' }],
  practitioner: { id: 'p1', name: 'Léa' },
  start: '2026-11-24T09:30:00Z',
  end: '2026-11-24T10:30:00Z',
  byAssistant: true,
  createdAt: '2026-11-20T09:00:00Z',
}
const karim: Booking = { ...marie, id: 'b2', customerName: 'Karim', start: NOON, end: NOON, status: 'cancelled' }
const hours = {
  week: [{ day: 'TUESDAY', periods: ['09:00-12:00', '14:00-19:00'] }],
  exceptions: [],
  practitioners: [{ practitioner: 'p1', name: 'Léa', services: ['s1'], exceptions: [] }],
} as unknown as Hours

describe('the agenda', () => {
  let api: FakeApi
  let bookings: Booking[]

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(NOON), toFake: ['Date'] })
    bookings = [marie, karim]
    api = new FakeApi()
      .on('GET', '/api/settings', () => json({ timeZone: 'Europe/Paris' }))
      .on('GET', '/api/hours', () => json(hours))
      .on('GET', '/api/services', () => json({ items: [{ id: 's1', name: 'Soin du visage', bookable: true }] }))
      .on('GET', '/api/bookings', () => json({ items: bookings }))
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  function Page({ first }: { first: Shown }) {
    const [shown, setShown] = useState(first)
    return <AgendaPage shown={shown} acts={acts} onShow={setShown} />
  }

  const show = (first: Shown = {}) => renderPart(<Page first={first} />)
  const acts = ({ id }: Booking) => <button type="button">Données de {id}</button>
  const open = async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: /^Rendez-vous de Marie Lefèvre/ }))
    return screen.getByRole('dialog', { name: 'Marie Lefèvre' })
  }

  it('shows today in the time of the business, without what was cancelled', async () => {
    show()

    expect(await screen.findByRole('heading', { name: 'mardi 24 novembre 2026' })).toBeVisible()
    const day = await screen.findByRole('region', { name: 'mardi 24 novembre' })
    expect(
      within(day)
        .getAllByRole('button')
        .map((it) => it.getAttribute('aria-label')),
    ).toEqual(['Rendez-vous de Marie Lefèvre, mardi 24 novembre, de 10:30 à 11:30'])
    const [asked] = api.askedFor('GET', '/api/bookings')
    expect(asked?.query.get('from')).toBe('2026-11-22T23:00:00Z')
    expect(asked?.query.get('to')).toBe('2026-11-29T23:00:00Z')
  })

  it('goes from day to day, and to a week and back', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Suivant' }))
    expect(screen.getByRole('heading', { name: 'mercredi 25 novembre 2026' })).toBeVisible()

    await userEvent.click(screen.getByRole('radio', { name: 'Semaine' }))
    expect(screen.getByRole('heading', { name: '23 – 29 novembre 2026' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Suivant' }))
    expect(await screen.findByRole('heading', { name: '30 novembre – 6 décembre 2026' })).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: 'Aujourd’hui' }))
    await userEvent.click(await screen.findByRole('button', { name: 'mardi 24 novembre' }))
    expect(screen.getByRole('heading', { name: 'mardi 24 novembre 2026' })).toBeVisible()
  })

  it('lists what was cancelled too', async () => {
    show({ view: 'list' })

    const day = await screen.findByRole('region', { name: 'mardi 24 novembre' })
    expect(within(day).getAllByRole('listitem')).toHaveLength(2)
    expect(within(day).getByText('Annulé')).toBeVisible()
  })

  it('moves a visit, outside the opening hours only when that is said', async () => {
    api.on('POST', '/api/bookings/b1/move', ({ body }) =>
      (body as { override?: boolean }).override
        ? json({ booking: marie, customerTold: true })
        : problem(409, 'Créneau impossible', 'C’est fermé.', [{ field: 'override', message: 'C’est fermé.' }]),
    )
    await userEvent.click(within(await open()).getByRole('button', { name: 'Déplacer' }))
    const dialog = screen.getByRole('dialog', { name: 'Déplacer le rendez-vous' })
    await userEvent.clear(within(dialog).getByLabelText('Heure'))
    await userEvent.type(within(dialog).getByLabelText('Heure'), '20:15')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Déplacer' }))
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('C’est fermé.')

    await userEvent.click(within(dialog).getByRole('switch', { name: /en dehors des horaires/ }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Déplacer' }))
    expect(await screen.findByText('Le rendez-vous est déplacé. Le client est prévenu sur WhatsApp.')).toBeVisible()
    expect(api.askedFor('POST', '/api/bookings/b1/move').at(-1)?.body).toEqual({
      start: '2026-11-24T19:15:00Z',
      practitioner: 'p1',
      override: true,
      version: 3,
    })
  })

  it('leads to the data of whom a visit was booked for', async () => {
    expect(within(await open()).getByRole('button', { name: 'Données de b1' })).toBeVisible()
  })

  it('cancels a visit with a reason, and says when the customer must be called', async () => {
    api.on('POST', '/api/bookings/b1/cancel', () =>
      json({ booking: marie, customerTold: false, notTold: 'window_closed' }),
    )
    await userEvent.click(within(await open()).getByRole('button', { name: 'Annuler le rendez-vous' }))
    const dialog = screen.getByRole('dialog', { name: 'Annuler ce rendez-vous ?' })
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Motif/ }), 'Léa est malade')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Annuler le rendez-vous' }))

    expect(await screen.findByText(/Le rendez-vous est annulé\. .*Appelez-le\./)).toBeVisible()
    expect(api.askedFor('POST', '/api/bookings/b1/cancel')[0]?.body).toEqual({ version: 3, reason: 'Léa est malade' })
  })

  it('enters a visit by hand, and says what is missing first', async () => {
    api.on('POST', '/api/bookings', () => json({ booking: marie, customerTold: true }, 201))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Nouveau rendez-vous' }))
    const form = screen.getByRole('dialog', { name: 'Nouveau rendez-vous' })
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))
    expect(within(form).getByRole('alert')).toHaveTextContent('Choisissez au moins une prestation.')

    await userEvent.type(within(form).getByRole('textbox', { name: 'Nom du client' }), ' Inès ')
    await userEvent.click(await within(form).findByRole('checkbox', { name: 'Soin du visage' }))
    await userEvent.type(within(form).getByLabelText('Heure'), '15:00')
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))

    expect(await screen.findByText(/^Le rendez-vous est enregistré\./)).toBeVisible()
    const [asked] = api.askedFor('POST', '/api/bookings')
    expect(asked?.body).toEqual({ customerName: 'Inès', services: ['s1'], start: '2026-11-24T14:00:00Z' })
    expect(asked?.headers.get('Idempotency-Key')).toBeTruthy()
  })

  it('asks anew when something is booked elsewhere', async () => {
    const { happens } = show()
    await screen.findByRole('button', { name: /^Rendez-vous de Marie/ })
    bookings = [{ ...marie, customerName: 'Inès Moreau' }]
    happens({ type: 'BookingChanged', data: { booking: { id: 'b1' } } })

    expect(await screen.findByRole('button', { name: /^Rendez-vous de Inès Moreau/ })).toBeVisible()
  })

  it('says when it cannot be shown, and tries again', async () => {
    api.on('GET', '/api/bookings', () => problem(503, 'Momentanément indisponible'))
    show()
    expect(await screen.findByRole('alert')).toHaveTextContent('L’agenda ne s’affiche pas')

    api.on('GET', '/api/bookings', () => json({ items: [] }))
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('believes of an address only what is one', () => {
    expect(toShown({ day: '2026-11-24', view: 'week' })).toEqual({ day: '2026-11-24', view: 'week' })
    expect(toShown({ day: '2026-11-31', view: 'year' })).toEqual({ day: undefined, view: undefined })
  })
})
