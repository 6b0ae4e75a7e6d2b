import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Settings } from '../../lib/api-types'
import { openSession } from '../../lib/session'
import { FakeApi, json, problem } from '../../testing/fake-api'
import { renderPart } from '../../testing/render-app'
import { Newcomer } from './newcomer'

const workspace = { id: 'camelia', name: 'Institut Camélia', vertical: 'beauty', role: 'owner' }
const settings: Settings = {
  name: 'Institut Camélia',
  vertical: 'beauty',
  timeZone: 'Europe/Paris',
  formal: true,
  version: 1,
}

describe('opening a workspace', () => {
  const opened = vi.fn()
  let api: FakeApi

  beforeEach(() => {
    sessionStorage.clear()
    opened.mockReset()
    openSession({ token: () => 'token', renew: () => Promise.resolve(), workspace: undefined })
    api = new FakeApi()
      .on('POST', '/api/workspaces', () => json(workspace, 201))
      .on('GET', '/api/settings', () => json(settings))
      .on('PUT', '/api/settings', () => json({ ...settings, version: 2 }))
      .on('PUT', '/api/onboarding/business', () => json({ steps: [], finished: false }))
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = () => renderPart(<Newcomer email="sophie@camelia.example" signOut={vi.fn()} onOpened={opened} />)
  const go = () => screen.getByRole('button', { name: 'Continuer' })

  async function fill(): Promise<void> {
    await userEvent.type(await screen.findByLabelText('Nom de l’établissement'), 'Institut Camélia')
    await userEvent.click(screen.getByRole('radio', { name: /Beauté/ }))
  }

  it('takes a name and a trade; the address goes with the settings', async () => {
    show()
    await fill()
    await userEvent.type(screen.getByLabelText('Numéro et rue'), '12 rue des Lilas')
    await userEvent.type(screen.getByLabelText('Code postal'), '69003')
    await userEvent.type(screen.getByLabelText('Ville'), 'Lyon')

    await userEvent.click(go())

    await waitFor(() => expect(opened).toHaveBeenCalledExactlyOnceWith(workspace))
    const [saved] = api.askedFor('PUT', '/api/settings')
    expect(saved?.headers.get('X-Accueil-Workspace')).toBe('camelia')
    expect(saved?.body).toMatchObject({
      address: { street: '12 rue des Lilas', postalCode: '69003', city: 'Lyon' },
      formal: true,
      version: 1,
    })
    expect(api.askedFor('PUT', '/api/onboarding/business')[0]?.body).toEqual({ state: 'done' })
    expect(sessionStorage).toHaveLength(0)
  })

  it('is not what who joins a team needs, and that is said', async () => {
    show()

    expect(await screen.findByText(/Demandez à son gérant d’inviter sophie@camelia.example/)).toBeVisible()
  })

  it('is asked for once, however often one presses', async () => {
    show()
    await fill()

    await userEvent.tripleClick(go())

    await waitFor(() => expect(opened).toHaveBeenCalledOnce())
    expect(api.askedFor('POST', '/api/workspaces')).toHaveLength(1)
  })

  it('says what is missing at its field, leads there, and forgets it as it is mended', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Continuer' }))

    const name = screen.getByLabelText('Nom de l’établissement')
    expect(name).toHaveFocus()
    expect(name).toHaveAccessibleDescription('Indiquez le nom de l’établissement.')
    expect(screen.getByRole('radiogroup')).toHaveAccessibleDescription('Choisissez un métier.')
    expect(screen.getByRole('alert')).toHaveTextContent('2 réponses sont à corriger.')

    await fill()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(api.asked).toHaveLength(0)
  })

  it('wants an address whole or not at all', async () => {
    show()
    await fill()
    await userEvent.type(screen.getByLabelText('Code postal'), '690')

    await userEvent.click(go())

    expect(screen.getByLabelText('Numéro et rue')).toHaveFocus()
    expect(screen.getByLabelText('Code postal')).toHaveAccessibleDescription('Le code postal a cinq chiffres.')
    expect(screen.getByLabelText('Ville')).toHaveAccessibleDescription('Indiquez la ville.')
  })

  it('puts what the server finds wrong at its field', async () => {
    api.on('POST', '/api/workspaces', () =>
      problem(400, 'Demande incorrecte', 'Trop long.', [{ field: 'name', message: 'Le nom dépasse 80 caractères.' }]),
    )
    show()
    await fill()

    await userEvent.click(go())

    const name = screen.getByLabelText('Nom de l’établissement')
    await waitFor(() => expect(name).toHaveAccessibleDescription('Le nom dépasse 80 caractères.'))
    expect(name).toHaveFocus()
    expect(name).toHaveValue('Institut Camélia')
  })

  it('keeps everything through a broken line and a reload, and opens one workspace after all', async () => {
    api.on('POST', '/api/workspaces', () => Promise.reject(new TypeError('offline')))
    const { unmount } = show()
    await fill()
    await userEvent.click(go())
    expect(await screen.findByText('Rien n’a été enregistré pour l’instant')).toBeVisible()

    unmount()
    api.on('POST', '/api/workspaces', () => json(workspace, 201))
    show()
    expect(await screen.findByLabelText('Nom de l’établissement')).toHaveValue('Institut Camélia')
    await userEvent.click(go())

    await waitFor(() => expect(opened).toHaveBeenCalledOnce())
    const keys = api.askedFor('POST', '/api/workspaces').map(({ headers }) => headers.get('Idempotency-Key'))
    expect(keys.length).toBeGreaterThan(1)
    expect(new Set(keys).size).toBe(1)
  })
})
