import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExternalCalendar, ExternalCalendarRequest } from '../lib/api-types'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { ExternalCalendars } from './external-calendars'

const google: ExternalCalendar = {
  id: '0199',
  name: 'Google',
  practitioner: 'ines',
  host: 'calendar.google.com',
  addedAt: '2026-11-24T08:00:00Z',
  readAt: '2026-11-24T09:00:00Z',
  upcoming: 12,
}

describe('calendars that are kept elsewhere', () => {
  let api: FakeApi
  let calendars: ExternalCalendar[]

  beforeEach(() => {
    calendars = [google]
    api = new FakeApi()
      .on('GET', '/api/external-calendars', () => json({ items: calendars }))
      .on('GET', '/api/hours', () => json({ practitioners: [{ practitioner: 'ines', name: 'Inès' }] }))
      .on('POST', '/api/external-calendars', ({ body }) => {
        const asked = body as ExternalCalendarRequest
        if (!asked.address.endsWith('.ics'))
          return problem(422, 'Agenda incorrect', undefined, [{ field: 'address', message: 'Ce n’est pas un agenda.' }])
        calendars = [...calendars, { ...google, id: 'new', name: asked.name, practitioner: undefined }]
        return json(calendars.at(-1), 201)
      })
      .on('POST', '/api/external-calendars/0199/read', () => {
        calendars = [{ ...google, trouble: 'not_found' }]
        return json(calendars[0])
      })
      .on('DELETE', '/api/external-calendars/0199', () => {
        calendars = []
        return new Response(null, { status: 204 })
      })
    renderPart(<ExternalCalendars />)
  })

  afterEach(() => vi.unstubAllGlobals())

  it('say whose they are and what they hold', async () => {
    expect(await screen.findByText('Pour Inès · calendar.google.com')).toBeVisible()
    expect(screen.getByText(/12 plages occupées à venir/)).toBeVisible()
  })

  it('are connected by an address, and a wrong one is said by its field', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Relier un agenda' }))
    const form = screen.getByRole('dialog')
    await userEvent.click(within(form).getByRole('button', { name: 'Relier' }))
    expect(await within(form).findByText('Donnez un nom à cet agenda.')).toBeVisible()
    expect(api.askedFor('POST', '/api/external-calendars')).toHaveLength(0)

    await userEvent.type(within(form).getByLabelText('Nom'), 'Perso')
    await userEvent.type(within(form).getByLabelText('Adresse iCal'), 'https://calendar.example/page')
    await userEvent.click(within(form).getByRole('button', { name: 'Relier' }))
    expect((await within(form).findAllByText('Ce n’est pas un agenda.'))[0]).toBeVisible()
    expect(within(form).getByLabelText('Adresse iCal')).toHaveFocus()

    await userEvent.type(within(form).getByLabelText('Adresse iCal'), '.ics')
    await userEvent.selectOptions(within(form).getByLabelText('Pour'), 'Tout l’établissement')
    await userEvent.click(within(form).getByRole('button', { name: 'Relier' }))
    expect(await screen.findByText('Perso')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const [first, second] = api.askedFor('POST', '/api/external-calendars')
    expect(second?.headers.get('Idempotency-Key')).toBe(first?.headers.get('Idempotency-Key'))
  })

  it('are read again at once, and say when they cannot be', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Relire Google maintenant' }))

    expect(await screen.findByText(/Il n’y a plus d’agenda à cette adresse.*reste bloqué/)).toBeVisible()
  })

  it('are left only when that is wanted', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer Google' }))
    const sure = screen.getByRole('dialog')
    expect(api.askedFor('DELETE', '/api/external-calendars/0199')).toHaveLength(0)
    await userEvent.click(within(sure).getByRole('button', { name: 'Retirer' }))

    expect(await screen.findByText(/reliez un agenda/)).toBeVisible()
    expect(screen.queryByText('Google')).toBeNull()
  })
})
