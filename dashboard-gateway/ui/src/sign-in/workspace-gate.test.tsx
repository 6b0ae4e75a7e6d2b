import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../lib/session'
import { FakeApi, json, problem } from '../testing/fake-api'
import { WorkspaceGate } from './workspace-gate'

const camelia = { id: 'camelia', name: 'Institut Camélia', vertical: 'beauty', role: 'owner' }
const martin = { id: 'martin', name: 'Plomberie Martin', vertical: 'services', role: 'agent' }

describe('choosing a workspace', () => {
  const signOut = vi.fn()

  beforeEach(() => localStorage.clear())
  afterEach(() => vi.unstubAllGlobals())

  function show(...workspaces: object[]) {
    new FakeApi().on('GET', '/api/me', () => json({ subject: 'sophie', name: 'Sophie', workspaces, invitations: [] }))
    return gate()
  }

  function gate(newcomer: ComponentProps<typeof WorkspaceGate>['newcomer'] = () => <h1>Nouveau</h1>) {
    return render(
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <WorkspaceGate signOut={signOut} newcomer={newcomer}>
            {({ workspace }) => <h1>{workspace.name}</h1>}
          </WorkspaceGate>
        </QueryClientProvider>
      </MantineProvider>,
    )
  }

  it('takes the only one', async () => {
    show(camelia)

    expect(await screen.findByRole('heading', { name: 'Institut Camélia' })).toBeVisible()
    expect(session().workspace).toBe('camelia')
  })

  it('asks which one, and remembers', async () => {
    const { unmount } = show(camelia, martin)
    await userEvent.click(await screen.findByRole('button', { name: /Plomberie Martin/ }))
    expect(screen.getByRole('heading', { name: 'Plomberie Martin' })).toBeVisible()

    unmount()
    show(camelia, martin)

    expect(await screen.findByRole('heading', { name: 'Plomberie Martin' })).toBeVisible()
  })

  it('lets who has none open one, and goes on with it', async () => {
    new FakeApi().on('GET', '/api/me', () => json({ subject: 'sophie', workspaces: [], invitations: [] }))
    gate((_, opened) => (
      <button onClick={() => opened({ ...camelia, vertical: 'beauty', role: 'owner' })}>Ouvrir</button>
    ))

    await userEvent.click(await screen.findByRole('button', { name: 'Ouvrir' }))

    expect(await screen.findByRole('heading', { name: 'Institut Camélia' })).toBeVisible()
    expect(localStorage.getItem('accueil.workspace')).toBe('camelia')
  })

  describe('for who is invited', () => {
    const invitations = [{ workspaceName: 'Plomberie Martin', role: 'agent', invitedBy: 'Paul Martin' }]
    let api: FakeApi

    function invited(workspaces: object[]) {
      api = new FakeApi()
        .on('GET', '/api/me', () => json({ subject: 'sophie', workspaces, invitations }))
        .on('POST', '/api/invitations/accept', () => json({ workspaces: [martin] }))
      return gate()
    }

    it('joins first, before a workspace of their own', async () => {
      invited([])
      expect(await screen.findByText('Invitation de Paul Martin')).toBeVisible()

      await userEvent.dblClick(screen.getByRole('button', { name: 'Rejoindre' }))

      expect(await screen.findByRole('heading', { name: 'Plomberie Martin' })).toBeVisible()
      expect(api.askedFor('POST', '/api/invitations/accept')).toHaveLength(1)
    })

    it('opens a workspace of their own instead', async () => {
      invited([])

      await userEvent.click(await screen.findByRole('button', { name: 'Créer mon propre établissement' }))

      expect(screen.getByRole('heading', { name: 'Nouveau' })).toBeVisible()
    })

    it('goes to the workspace that was joined, although there was one', async () => {
      invited([camelia])

      await userEvent.click(await screen.findByRole('button', { name: 'Rejoindre' }))

      expect(await screen.findByRole('heading', { name: 'Plomberie Martin' })).toBeVisible()
    })

    it('says why it could not be, and stays', async () => {
      invited([camelia])
      api.on('POST', '/api/invitations/accept', () => problem(403, 'Refusé', 'Vérifiez d’abord votre e-mail.'))

      await userEvent.click(await screen.findByRole('button', { name: 'Rejoindre' }))
      expect(await screen.findByRole('alert')).toHaveTextContent('Vérifiez d’abord votre e-mail.')

      await userEvent.click(screen.getByRole('button', { name: 'Pas maintenant' }))
      expect(screen.getByRole('heading', { name: 'Institut Camélia' })).toBeVisible()
    })
  })
})
