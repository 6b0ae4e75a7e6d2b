import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PendingInvitation, Teammate } from '../lib/api-types'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { TeamCard } from './team-card'

const sophie: Teammate = {
  subject: 'sophie',
  name: 'Sophie Camélia',
  email: 'sophie@camelia.example',
  role: 'owner',
  joinedAt: '2026-03-10T09:00:00Z',
  version: 1,
}
const lea: Teammate = { ...sophie, subject: 'lea', name: 'Léa Moreau', email: 'lea@camelia.example', role: 'agent' }
const invitation: PendingInvitation = {
  id: 'i1',
  email: 'ines@camelia.example',
  role: 'agent',
  invitedBy: 'Sophie Camélia',
  createdAt: '2026-11-20T09:00:00Z',
  expiresAt: '2999-12-04T09:00:00Z',
  link: 'https://accueil.example/onboarding/invitation',
}

describe('the team', () => {
  let api: FakeApi
  let team: Teammate[]
  let invitations: PendingInvitation[]

  beforeEach(() => {
    team = [sophie, lea]
    invitations = []
    api = new FakeApi()
      .on('GET', '/api/agents', () => json({ items: team }))
      .on('GET', '/api/invitations', () => json({ items: invitations }))
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = (mayManage = true) => renderPart(<TeamCard me="sophie" mayManage={mayManage} />)

  it('shows who works here, and lets agents only look', async () => {
    show(false)

    const list = await screen.findByRole('list', { name: 'Membres de l’équipe' })
    expect(within(list).getByText('Léa Moreau')).toBeVisible()
    expect(within(list).getByText('(vous)')).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(api.askedFor('GET', '/api/invitations')).toHaveLength(0)
  })

  it('gives a role under the version that was seen', async () => {
    api.on('PUT', '/api/agents/lea', () => {
      team = [sophie, { ...lea, role: 'owner', version: 2 }]
      return json(team[1])
    })
    show()
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Rôle de Léa Moreau' }), 'owner')

    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Rôle de Léa Moreau' })).toHaveValue('owner'))
    expect(api.askedFor('PUT', '/api/agents/lea')[0]?.body).toEqual({ role: 'owner', version: 1 })
  })

  it('says why a role cannot be given, and shows the team as it is', async () => {
    api.on('PUT', '/api/agents/lea', () => problem(409, 'Dernier gérant', 'Il faut toujours un gérant.'))
    show()
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Rôle de Léa Moreau' }), 'owner')

    expect(await screen.findByRole('alert')).toHaveTextContent('Dernier gérant')
    expect(screen.getByRole('combobox', { name: 'Rôle de Léa Moreau' })).toHaveValue('agent')
  })

  it('asks before it removes somebody', async () => {
    api.on('DELETE', '/api/agents/lea', () => {
      team = [sophie]
      return new Response(null, { status: 204 })
    })
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer Léa Moreau de l’équipe' }))
    expect(api.askedFor('DELETE', '/api/agents/lea')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: 'Retirer de l’équipe' }))

    await waitFor(() => expect(screen.queryByText('Léa Moreau')).toBeNull())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('invites an address, gives the link to pass on, and takes it back', async () => {
    api
      .on('POST', '/api/invitations', () => {
        invitations = [invitation]
        return json(invitation)
      })
      .on('DELETE', '/api/invitations/i1', () => {
        invitations = []
        return new Response(null, { status: 204 })
      })
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Inviter' }))
    expect(screen.getByRole('textbox', { name: 'Adresse e-mail' })).toHaveFocus()
    await userEvent.type(screen.getByRole('textbox', { name: 'Adresse e-mail' }), 'ines@camelia.example{Enter}')

    expect(await screen.findByText(invitation.link)).toBeVisible()
    expect(api.askedFor('POST', '/api/invitations')[0]?.body).toEqual({ email: 'ines@camelia.example', role: 'agent' })
    const waiting = await screen.findByRole('list', { name: 'Invitations en attente' })
    expect(within(waiting).getByText(/valable jusqu’au 4 décembre 2999/)).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: 'Annuler l’invitation de ines@camelia.example' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Invitations en attente' })).toBeNull())
  })

  it('says at the field what is wrong with an address, and keeps it', async () => {
    api.on('POST', '/api/invitations', () =>
      problem(409, 'Déjà dans l’équipe', 'Cette personne fait déjà partie de l’équipe.', [
        { field: 'email', message: 'Cette personne fait déjà partie de l’équipe.' },
      ]),
    )
    show()
    const email = await screen.findByRole('textbox', { name: 'Adresse e-mail' })
    await userEvent.type(email, 'lea@camelia.example{Enter}')

    await waitFor(() => expect(email).toBeInvalid())
    expect(email).toHaveValue('lea@camelia.example')
  })
})
