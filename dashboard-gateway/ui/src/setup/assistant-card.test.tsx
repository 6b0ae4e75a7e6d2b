import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AssistantRules } from '../lib/api-types'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { AssistantCard } from './assistant-card'

describe('the assistant’s pace and caution', () => {
  let api: FakeApi
  let rules: AssistantRules

  beforeEach(() => {
    rules = { quietSeconds: 3, deadlineSeconds: 20, caution: 'usual', version: 2 }
    api = new FakeApi()
      .on('GET', '/api/settings/assistant', () => json(rules))
      .on('PUT', '/api/settings/assistant', ({ body }) => {
        rules = { ...(body as AssistantRules), version: 3 }
        return json(rules)
      })
    renderPart(<AssistantCard />)
  })

  afterEach(() => vi.unstubAllGlobals())

  const quiet = () => screen.findByLabelText('Il répond quand le client n’écrit plus depuis')
  const save = () => screen.getByRole('button', { name: 'Enregistrer' })

  it('is changed whole, with what was set elsewhere among the choices', async () => {
    expect(await quiet()).toHaveDisplayValue('3 secondes')
    expect(save()).toBeDisabled()
    await userEvent.selectOptions(await quiet(), '6 secondes')
    await userEvent.selectOptions(screen.getByLabelText(/la conversation vous revient après/), '30 secondes')
    await userEvent.click(screen.getByRole('radio', { name: /^Hardi/ }))
    await userEvent.click(save())

    expect(await screen.findByText('Enregistré')).toBeVisible()
    expect(api.askedFor('PUT', '/api/settings/assistant')[0]?.body).toEqual({
      quietSeconds: 6,
      deadlineSeconds: 30,
      caution: 'bold',
      version: 2,
    })
    expect(save()).toBeDisabled()
  })

  it('says what cannot be by its field', async () => {
    api.on('PUT', '/api/settings/assistant', () =>
      problem(400, 'Délai impossible', undefined, [{ field: 'deadlineSeconds', message: 'Au moins 35 secondes.' }]),
    )
    await userEvent.selectOptions(await quiet(), '10 secondes')
    await userEvent.click(save())

    expect((await screen.findAllByText('Au moins 35 secondes.'))[0]).toBeVisible()
    expect(screen.getByLabelText(/vous revient après/)).toHaveFocus()
  })

  it('tells of somebody else’s change, and keeps what was chosen', async () => {
    api.on('PUT', '/api/settings/assistant', () => problem(409, 'Modifié entre-temps', 'Quelqu’un a enregistré.'))
    await userEvent.click(await screen.findByRole('radio', { name: /^Prudent/ }))
    await userEvent.click(save())
    rules = { quietSeconds: 8, deadlineSeconds: 45, caution: 'bold', version: 3 }
    await userEvent.click(await screen.findByRole('button', { name: 'Recharger et garder ma saisie' }))

    expect(await screen.findByText(/La dernière version est chargée/)).toBeVisible()
    expect(await quiet()).toHaveDisplayValue('8 secondes')
    expect(screen.getByRole('radio', { name: /^Prudent/ })).toBeChecked()
  })
})
