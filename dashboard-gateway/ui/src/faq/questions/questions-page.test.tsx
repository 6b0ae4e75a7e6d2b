import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Faq, QuestionGroup } from '../../lib/api-types'
import { FakeApi, json, problem } from '../../testing/fake-api'
import { renderPart } from '../../testing/render-app'
import { QuestionsPage } from './questions-page'
import { WaitingQuestions } from './waiting-questions'

const at = '2026-11-20T09:00:00Z'
const hours: Faq = {
  id: 'f1',
  question: 'Vos horaires ?',
  variants: ['Ouvert quand ?'],
  answer: 'De 9 h à 18 h.',
  enabled: true,
  position: 0,
  updatedAt: at,
  version: 3,
}
const lashes: QuestionGroup = {
  id: 'q1',
  question: 'Faites-vous les cils ?',
  times: 4,
  lastAt: at,
  members: [
    { id: 'q1', text: 'Faites-vous les cils ?', times: 3, lastAt: at },
    { id: 'q2', text: 'Pose de cils possible ?', times: 1, lastAt: at },
  ],
}
const monday: QuestionGroup = {
  id: 'q3',
  question: 'Et le lundi ?',
  times: 1,
  lastAt: at,
  nearest: { id: 'f1', question: 'Vos horaires ?' },
  members: [{ id: 'q3', text: 'Et le lundi ?', times: 1, lastAt: at }],
}

describe('unanswered questions', () => {
  let api: FakeApi
  let groups: QuestionGroup[]

  beforeEach(() => {
    groups = [lashes, monday]
    const settle = (id: string) => (groups = groups.filter((it) => it.id !== id))
    api = new FakeApi()
      .on('GET', '/api/questions/groups', () => json({ items: groups }))
      .on('GET', '/api/faqs', () => json({ items: [hours] }))
      .on('GET', '/api/faqs/f1', () => json(hours))
      .on('POST', '/api/assistant/replay', () =>
        json({ since: '2026-11-01T00:00:00Z', questions: 12, complete: true, changed: [] }),
      )
      .on('POST', '/api/faqs', ({ body }) => {
        settle((body as { settles: string }).settles)
        return json(hours, 201)
      })
      .on('PUT', '/api/faqs/f1', ({ body }) => {
        settle((body as { settles: string }).settles)
        return json(hours)
      })
      .on('POST', '/api/questions/q1/dismiss', () => {
        settle('q1')
        return new Response(null, { status: 204 })
      })
  })

  afterEach(() => vi.unstubAllGlobals())

  const asked = () => screen.getAllByRole('heading', { level: 2 }).map((it) => it.textContent)
  const button = (name: string) => screen.findByRole('button', { name })

  it('become a FAQ with all the ways they were asked, and are gone', async () => {
    renderPart(<QuestionsPage mayManage />)
    expect(await screen.findByText(/^Posée 4 fois/)).toBeVisible()
    await userEvent.click(await button('Écrire la réponse à « Faites-vous les cils ? »'))
    const form = screen.getByRole('dialog', { name: 'Nouvelle question' })
    expect(within(form).getByRole('textbox', { name: 'Question' })).toHaveValue('Faites-vous les cils ?')
    await userEvent.type(within(form).getByRole('textbox', { name: 'Réponse' }), 'Oui, 60 €.')
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))

    await waitFor(() => expect(asked()).toEqual(['Et le lundi ?']))
    expect(api.askedFor('POST', '/api/faqs')[0]?.body).toEqual({
      question: 'Faites-vous les cils ?',
      answer: 'Oui, 60 €.',
      variants: ['Pose de cils possible ?'],
      enabled: true,
      settles: 'q1',
    })
  })

  it('become another way to ask a FAQ that there is', async () => {
    renderPart(<QuestionsPage mayManage />)
    await userEvent.click(await button('« Et le lundi ? » est la même question que « Vos horaires ? »'))
    const form = await screen.findByRole('dialog', { name: 'Modifier la question' })
    expect(within(form).getByRole('textbox', { name: 'Autres façons de demander' })).toHaveValue(
      'Ouvert quand ?\nEt le lundi ?',
    )
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))

    await waitFor(() => expect(asked()).toEqual(['Faites-vous les cils ?']))
    expect(api.askedFor('PUT', '/api/faqs/f1')[0]?.body).toMatchObject({
      variants: ['Ouvert quand ?', 'Et le lundi ?'],
      settles: 'q3',
      version: 3,
    })
  })

  it('are set aside by an agent too, who writes no answer', async () => {
    renderPart(<QuestionsPage mayManage={false} />)
    await userEvent.click(await button('Écarter « Faites-vous les cils ? »'))

    await waitFor(() => expect(asked()).toEqual(['Et le lundi ?']))
    expect(screen.queryByRole('button', { name: /Écrire|même question/ })).toBeNull()
  })

  it('stay when they could not be set aside, and say why', async () => {
    api.on('POST', '/api/questions/q1/dismiss', () => problem(503, 'Momentanément indisponible'))
    renderPart(<QuestionsPage mayManage />)
    await userEvent.click(await button('Écarter « Faites-vous les cils ? »'))

    expect(await screen.findByRole('alert')).toBeVisible()
    expect(asked()).toContain('Faites-vous les cils ?')
  })

  it('are counted where the FAQs are, and only when there are any', async () => {
    const { happens } = renderPart(<WaitingQuestions />)
    expect(await screen.findByRole('link', { name: '2 questions sans réponse' })).toHaveAttribute(
      'href',
      '/faqs/questions',
    )

    groups = []
    happens({ type: 'QuestionRecorded', data: { question: { id: 'q4' } } })
    await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
  })
})
