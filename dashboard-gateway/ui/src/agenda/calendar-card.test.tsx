import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { CalendarCard } from './calendar-card'

describe('the calendar address', () => {
  let api: FakeApi
  let madeAt: string | undefined

  beforeEach(() => {
    madeAt = undefined
    api = new FakeApi()
      .on('GET', '/api/calendar', () => json({ madeAt }))
      .on('POST', '/api/calendar/secret', () => {
        madeAt = '2026-11-24T09:00:00Z'
        return json({ path: '/api/calendar/s3cret.ics' }, 201)
      })
      .on('DELETE', '/api/calendar/secret', () => {
        madeAt = undefined
        return new Response(null, { status: 204 })
      })
    renderPart(<CalendarCard />)
  })

  afterEach(() => vi.unstubAllGlobals())

  it('is shown once, and replaced only when that is wanted', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Créer l’adresse' }))
    expect(await screen.findByText(/\/api\/calendar\/s3cret\.ics$/)).toBeVisible()

    await userEvent.click(await screen.findByRole('button', { name: 'Remplacer l’adresse' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remplacer' }))
    await waitFor(() => expect(api.askedFor('POST', '/api/calendar/secret')).toHaveLength(2))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('is taken back', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Créer l’adresse' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer l’adresse' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Supprimer' }))

    expect(await screen.findByText('Aucune adresse pour l’instant.')).toBeVisible()
    expect(screen.queryByText(/s3cret/)).toBeNull()
  })

  it('says when it could not be made', async () => {
    api.on('POST', '/api/calendar/secret', () => problem(503, 'Momentanément indisponible'))
    await userEvent.click(await screen.findByRole('button', { name: 'Créer l’adresse' }))

    expect(await screen.findByRole('alert')).toBeVisible()
  })
})
