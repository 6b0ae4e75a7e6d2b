import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../lib/session'
import { FakeApi, json } from '../testing/fake-api'
import { WorkspaceGate } from './workspace-gate'

const camelia = { id: 'camelia', name: 'Institut Camélia', vertical: 'beauty', role: 'owner' }
const martin = { id: 'martin', name: 'Plomberie Martin', vertical: 'services', role: 'agent' }

describe('choosing a workspace', () => {
  const signOut = vi.fn()

  beforeEach(() => localStorage.clear())
  afterEach(() => vi.unstubAllGlobals())

  function show(...workspaces: object[]) {
    new FakeApi().on('GET', '/api/me', () => json({ subject: 'sophie', name: 'Sophie', workspaces }))
    return render(
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <WorkspaceGate signOut={signOut} newcomer={() => <h1>Nouveau</h1>}>
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

  it('says so when there is none', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Se déconnecter' }))

    expect(signOut).toHaveBeenCalledOnce()
  })
})
