import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Hours } from '../../lib/api-types'
import { FakeApi, json, problem } from '../../testing/fake-api'
import { renderPart } from '../../testing/render-app'
import { HoursPage } from './hours-page'

const hours: Hours = {
  holidayRegion: 'METROPOLE',
  workedHolidays: [],
  week: [{ day: 'TUESDAY', periods: ['09:00-12:00', '14:00-19:00'] }],
  exceptions: [{ open: false, from: '2026-08-03', to: '2026-08-16', period: '00:00-24:00', label: 'Congés' }],
  practitioners: [{ practitioner: 'p1', name: 'Léa', services: ['s1'], exceptions: [] }],
  seats: 2,
  rules: { leadMinutes: 90, horizonDays: 60, gridMinutes: 15, strictGrid: false },
  bookingsOutside: 0,
  version: 4,
}

describe('the hours of the settings', () => {
  let api: FakeApi
  let now: Hours

  beforeEach(() => {
    sessionStorage.clear()
    now = hours
    api = new FakeApi()
      .on('GET', '/api/hours', () => json(now))
      .on('GET', '/api/services', () => json({ items: [{ id: 's1', name: 'Soin du visage', bookable: true }] }))
      .on('PUT', '/api/hours', ({ body }) => json({ ...(body as Hours), bookingsOutside: 1, version: 5 }))
    renderPart(<HoursPage workspace="w1" />)
  })

  afterEach(() => vi.unstubAllGlobals())

  const part = (name: string) => screen.findByRole('region', { name })
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  const saved = () => api.askedFor('PUT', '/api/hours').at(-1)?.body as Hours

  it('are saved whole, and say which bookings stand outside of them', async () => {
    const rules = await part('Rendez-vous')
    expect(within(rules).getByRole('combobox', { name: /Au plus tôt/ })).toHaveValue('90')
    await userEvent.selectOptions(within(rules).getByRole('combobox', { name: /Au plus tôt/ }), '2 heures avant')
    await userEvent.clear(within(rules).getByRole('textbox', { name: /Clients en même temps/ }))
    await userEvent.type(within(rules).getByRole('textbox', { name: /Clients en même temps/ }), '3')
    await save()

    expect(await screen.findByText(/C’est enregistré.*1 rendez-vous à venir est hors de ces horaires/)).toBeVisible()
    expect(saved()).toEqual({
      holidayRegion: 'METROPOLE',
      workedHolidays: [],
      week: hours.week,
      exceptions: hours.exceptions,
      practitioners: hours.practitioners,
      seats: 3,
      rules: { ...hours.rules, leadMinutes: 120 },
      version: 4,
    })
  })

  it('take days on which it is closed or open, and say what is missing of them', async () => {
    const exceptions = await part('Fermetures et ouvertures exceptionnelles')
    await userEvent.click(within(exceptions).getByRole('button', { name: 'Ajouter des jours' }))
    const [, added] = within(exceptions).getAllByRole('listitem')
    await userEvent.selectOptions(within(added!).getByRole('combobox', { name: 'Ce jour-là' }), 'Ouvert')
    await save()
    expect(within(added!).getByText('Indiquez le premier jour.')).toBeVisible()

    await userEvent.type(within(added!).getByLabelText('Du'), '2026-12-20')
    expect(within(added!).getByText('Indiquez les heures d’ouverture.')).toBeVisible()
    await userEvent.type(within(added!).getByLabelText('De'), '10:00')
    await userEvent.type(within(added!).getByLabelText('À'), '18:00')
    await save()

    await waitFor(() => expect(saved().exceptions).toHaveLength(2))
    expect(saved().exceptions[1]).toEqual({
      open: true,
      from: '2026-12-20',
      to: '2026-12-20',
      period: '10:00-18:00',
      label: '',
    })
  })

  it('know who sees customers, what they do and when', async () => {
    const team = await part('Qui reçoit les clients')
    await userEvent.click(within(team).getByRole('button', { name: 'Ajouter une personne' }))
    await save()
    expect(within(team).getByText('Indiquez le prénom.')).toBeVisible()
    expect(within(team).getByText('Choisissez au moins une prestation.')).toBeVisible()

    await userEvent.type(within(team).getAllByRole('textbox', { name: 'Prénom' })[1]!, 'Inès')
    await userEvent.click(within(team).getAllByRole('checkbox', { name: 'Soin du visage' })[1]!)
    await userEvent.click(within(team).getAllByRole('switch', { name: /Travaille à tous/ })[1]!)
    await userEvent.click(within(team).getByRole('button', { name: 'Retirer Léa' }))
    await save()

    await waitFor(() =>
      expect(saved().practitioners).toEqual([{ name: 'Inès', services: ['s1'], week: hours.week, exceptions: [] }]),
    )
  })

  it('show what somebody else saved meanwhile', async () => {
    api.on('PUT', '/api/hours', () => problem(409, 'Modifié entre-temps', 'Rechargez pour la voir.'))
    const rules = await part('Rendez-vous')
    await userEvent.clear(within(rules).getByRole('textbox', { name: /Au plus tard/ }))
    await userEvent.type(within(rules).getByRole('textbox', { name: /Au plus tard/ }), '90')
    await save()
    expect(await screen.findByRole('alert')).toHaveTextContent('Modifié entre-temps')

    now = { ...hours, seats: 5, version: 6 }
    await userEvent.click(screen.getByRole('button', { name: 'Recharger et garder ma saisie' }))
    await waitFor(() => expect(within(rules).getByRole('textbox', { name: /Clients en même temps/ })).toHaveValue('5'))
    expect(within(rules).getByRole('textbox', { name: /Au plus tard/ })).toHaveValue('90')
  })
})
