import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServiceOffer } from '../../lib/api-types'
import { FakeApi, json, problem } from '../../testing/fake-api'
import { renderPart } from '../../testing/render-app'
import { ServicesPage } from './services-page'

const care: ServiceOffer = {
  id: 's1',
  name: 'Soin du visage',
  synonyms: ['facial'],
  durationMinutes: 60,
  bufferMinutes: 10,
  priceCents: 6500,
  priceFrom: false,
  bookable: true,
  position: 0,
  version: 2,
}

describe('the services of the settings', () => {
  let api: FakeApi

  beforeEach(() => {
    sessionStorage.clear()
    api = new FakeApi()
      .on('GET', '/api/services', () => json({ items: [care] }))
      .on('GET', '/api/suggestions', () => json({ services: [], week: [], holidayRegion: 'METROPOLE' }))
      .on('PUT', '/api/services/s1', ({ body }) => json({ ...care, ...(body as object), version: 3 }))
      .on('POST', '/api/services', ({ body }) => json({ ...care, ...(body as object), id: 's2', version: 1 }, 201))
    renderPart(<ServicesPage workspace="w1" />)
  })

  afterEach(() => vi.unstubAllGlobals())

  it('change a price and keep all else, and add one', async () => {
    const price = await screen.findByRole('textbox', { name: 'Prix : Soin du visage' })
    await userEvent.clear(price)
    await userEvent.type(price, '69,50')
    await userEvent.click(screen.getByRole('button', { name: /Ajouter/ }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Nom de la prestation' }), 'Henné')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

    expect(await screen.findByText('Enregistré')).toBeVisible()
    expect(api.askedFor('PUT', '/api/services/s1')[0]?.body).toEqual({
      name: 'Soin du visage',
      synonyms: ['facial'],
      durationMinutes: 60,
      bufferMinutes: 10,
      priceCents: 6950,
      priceFrom: false,
      bookable: true,
      version: 2,
    })
    expect(api.askedFor('POST', '/api/services')[0]?.body).toMatchObject({ name: 'Henné', durationMinutes: 60 })
  })

  it('say at the field what cannot be', async () => {
    api.on('PUT', '/api/services/s1', () =>
      problem(400, 'Demande incorrecte', undefined, [{ field: 'durationMinutes', message: 'Au plus 12 heures.' }]),
    )
    const duration = await screen.findByRole('textbox', { name: 'Durée : Soin du visage' })
    await userEvent.clear(duration)
    await userEvent.type(duration, '600')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

    await waitFor(() => expect(duration).toHaveAccessibleDescription(/Au plus 12 heures\./))
  })
})
