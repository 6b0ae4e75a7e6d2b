import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangedAnswer, Faq } from '../../lib/api-types'
import { FakeApi, json, problem } from '../../testing/fake-api'
import { renderPart } from '../../testing/render-app'
import { FaqPage } from '../faq-page'

const at = '2026-11-20T09:00:00Z'
const parking: Faq = {
  id: 'f1',
  question: 'Où se garer ?',
  variants: [],
  answer: 'Au parking des Halles.',
  enabled: true,
  position: 0,
  updatedAt: at,
  version: 3,
}
const lost: ChangedAnswer = {
  question: 'il y a un parking chez vous ?',
  times: 3,
  lastAt: at,
  before: ['Où se garer ?'],
  after: [],
}

describe('before a FAQ is published', () => {
  let api: FakeApi
  let changed: ChangedAnswer[]

  beforeEach(() => {
    changed = [lost]
    api = new FakeApi()
      .on('GET', '/api/faqs', () => json({ items: [parking] }))
      .on('GET', '/api/questions/groups', () => json({ items: [] }))
      .on('POST', '/api/assistant/replay', () => json({ since: at, questions: 84, complete: true, changed }))
      .on('PUT', '/api/faqs/f1', () => json(parking))
      .on('DELETE', '/api/faqs/f1', () => new Response(null, { status: 204 }))
  })

  afterEach(() => vi.unstubAllGlobals())

  async function edit(answer = 'Devant la porte.'): Promise<HTMLElement> {
    renderPart(<FaqPage mayManage trial={null} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier « Où se garer ? »' }))
    const form = screen.getByRole('dialog', { name: 'Modifier la question' })
    await userEvent.clear(within(form).getByRole('textbox', { name: 'Réponse' }))
    await userEvent.type(within(form).getByRole('textbox', { name: 'Réponse' }), answer)
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))
    return form
  }

  it('shows which answers would change, and saves when that is wanted', async () => {
    const form = await edit()

    const review = await within(form).findByRole('status')
    expect(review).toHaveTextContent('1 réponse changerait, sur 84 questions des 4 dernières semaines')
    expect(review).toHaveTextContent(
      'il y a un parking chez vous ? (posée 3 fois)AvantOù se garer ?Aprèstransmise à votre équipe',
    )
    expect(api.askedFor('PUT', '/api/faqs/f1')).toHaveLength(0)
    expect(api.askedFor('POST', '/api/assistant/replay')[0]?.body).toEqual({
      faq: 'f1',
      question: 'Où se garer ?',
      answer: 'Devant la porte.',
      variants: [],
    })

    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer quand même' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.askedFor('PUT', '/api/faqs/f1')).toHaveLength(1)
  })

  it('reads again what is changed once more', async () => {
    const form = await edit()
    await within(form).findByRole('status')
    changed = []
    await userEvent.type(within(form).getByRole('textbox', { name: 'Réponse' }), ' Merci.')

    expect(within(form).queryByRole('status')).toBeNull()
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.askedFor('POST', '/api/assistant/replay')).toHaveLength(2)
  })

  it('saves at once when no answer would change', async () => {
    changed = []
    await edit()

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.askedFor('PUT', '/api/faqs/f1')).toHaveLength(1)
  })

  it('says that nobody knows when it cannot be read again, and lets it be saved', async () => {
    api.on('POST', '/api/assistant/replay', () => problem(503, 'Momentanément indisponible'))
    const form = await edit()

    expect(await within(form).findByRole('status')).toHaveTextContent('Impossible de relire les questions récentes')
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer quand même' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('leaves it to saving to say what is wrong', async () => {
    api.on('POST', '/api/assistant/replay', () => problem(400, 'Demande incorrecte'))
    const message = 'La réponse a de 1 à 2 000 caractères.'
    api.on('PUT', '/api/faqs/f1', () => problem(400, 'Demande incorrecte', message, [{ field: 'answer', message }]))
    const form = await edit()

    expect(await within(form).findByRole('alert')).toHaveTextContent(message)
    expect(within(form).getByRole('button', { name: 'Enregistrer' })).toBeInTheDocument()
  })

  it('shows who would be answered no more before one is deleted', async () => {
    renderPart(<FaqPage mayManage trial={null} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer « Où se garer ? »' }))
    const dialog = screen.getByRole('dialog', { name: 'Supprimer cette question ?' })

    expect(await within(dialog).findByText('il y a un parking chez vous ?', { exact: false })).toBeVisible()
    expect(api.askedFor('POST', '/api/assistant/replay')[0]?.body).toEqual({ faq: 'f1' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Supprimer' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
