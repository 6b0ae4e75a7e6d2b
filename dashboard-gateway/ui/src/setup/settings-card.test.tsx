import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Settings } from '../lib/api-types'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { SettingsCard } from './settings-card'

const settings: Settings = {
  name: 'Institut Camélia',
  vertical: 'beauty',
  timeZone: 'Europe/Paris',
  formal: true,
  address: { street: '12 rue des Lilas', postalCode: '69003', city: 'Lyon' },
  version: 3,
}

describe('the business in the settings', () => {
  const saved = vi.fn()
  let api: FakeApi

  beforeEach(() => {
    sessionStorage.clear()
    saved.mockReset()
    api = new FakeApi()
      .on('GET', '/api/settings', () => json(settings))
      .on('PUT', '/api/settings', ({ body }) => json({ ...(body as Settings), version: 4 }))
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = (mayChange = true) =>
    renderPart(<SettingsCard workspace="camelia" mayChange={mayChange} onSaved={saved} />)
  const name = () => screen.findByLabelText('Nom de l’établissement')
  const press = (label: string) => userEvent.click(screen.getByRole('button', { name: label }))

  it('is changed whole, and says so', async () => {
    show()
    await userEvent.type(await name(), ' Lyon')
    await userEvent.click(screen.getByRole('radio', { name: /^tu/ }))

    await press('Enregistrer')

    expect(await screen.findByText('Enregistré')).toBeVisible()
    expect(api.askedFor('PUT', '/api/settings')[0]?.body).toEqual({
      name: 'Institut Camélia Lyon',
      vertical: 'beauty',
      timeZone: 'Europe/Paris',
      formal: false,
      address: settings.address,
      version: 3,
    })
    expect(saved).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'Institut Camélia Lyon' }))
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
  })

  it('tells of somebody else’s change, and loads it under what was typed', async () => {
    show()
    await userEvent.type(await name(), ' Lyon')
    api.on('PUT', '/api/settings', () => problem(409, 'Modifié entre-temps', 'Quelqu’un d’autre vient d’enregistrer.'))
    await press('Enregistrer')
    expect(await screen.findByRole('alert')).toHaveTextContent('Modifié entre-temps')

    api
      .on('GET', '/api/settings', () => json({ ...settings, signature: 'Léa', version: 4 }))
      .on('PUT', '/api/settings', ({ body }) => json({ ...(body as Settings), version: 5 }))
    await press('Recharger et garder ma saisie')

    expect(await screen.findByText(/La dernière version est chargée/)).toBeVisible()
    expect(await name()).toHaveValue('Institut Camélia Lyon')
    expect(screen.getByLabelText(/Signature/)).toHaveValue('Léa')
    await press('Enregistrer')
    await waitFor(() =>
      expect(api.askedFor('PUT', '/api/settings').at(-1)?.body).toMatchObject({
        name: 'Institut Camélia Lyon',
        signature: 'Léa',
        version: 4,
      }),
    )
  })

  it('is as it was when changes are discarded', async () => {
    show()
    await userEvent.clear(await name())
    await press('Enregistrer')
    expect(await name()).toHaveAccessibleDescription('Indiquez le nom de l’établissement.')

    await press('Annuler')

    expect(await name()).toHaveValue('Institut Camélia')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('can be read by an agent, and not changed', async () => {
    show(false)

    expect(await screen.findByText('12 rue des Lilas, 69003 Lyon')).toBeVisible()
    expect(screen.getByText('Seuls les gérants peuvent modifier ces réglages.')).toBeVisible()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('is pending, or wrong in words', async () => {
    api.on('GET', '/api/settings', never)
    const pending = show()
    expect(await screen.findByRole('status', { name: 'Chargement de l’établissement' })).toBeVisible()
    pending.unmount()

    api.on('GET', '/api/settings', () => problem(400, 'Non'))
    show()
    expect(await screen.findByRole('alert')).toHaveTextContent('Votre établissement ne s’affiche pas.')
  })
})
