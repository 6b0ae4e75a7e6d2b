import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Faq } from '../lib/api-types'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { FaqPage } from './faq-page'

const saturday: Faq = {
  id: 'f1',
  question: 'Ouvrez-vous le samedi ?',
  variants: ['Et samedi ?'],
  answer: 'Oui, de 9 h à 18 h.',
  category: 'Horaires',
  enabled: true,
  position: 0,
  updatedAt: '2026-11-20T09:00:00Z',
  version: 3,
}
const sunday: Faq = { ...saturday, id: 'f2', question: 'Et le dimanche ?', variants: [], answer: 'Non.', position: 1 }
const cards: Faq = {
  ...sunday,
  id: 'f3',
  question: 'Acceptez-vous la carte ?',
  answer: 'Oui, sans minimum, même à Noël.',
  category: undefined,
  position: 2,
}

describe('the FAQ page', () => {
  let api: FakeApi
  let faqs: Faq[]

  beforeEach(() => {
    faqs = [saturday, sunday, cards]
    api = new FakeApi()
      .on('GET', '/api/faqs', () => json({ items: faqs }))
      .on('GET', '/api/faqs/f1', () => json(faqs[0]))
      .on('GET', '/api/questions/groups', () => json({ items: [] }))
      .on('POST', '/api/assistant/replay', () =>
        json({ since: '2026-11-01T00:00:00Z', questions: 12, complete: true, changed: [] }),
      )
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = (mayManage = true) => renderPart(<FaqPage mayManage={mayManage} trial={<p>essai</p>} />)
  const shelf = (name: string) => screen.findByRole('region', { name })
  const questions = (of: HTMLElement) =>
    within(of)
      .getAllByRole('heading', { level: 3 })
      .map((it) => it.textContent)

  it('shows FAQs under their headings, and lets agents only look', async () => {
    show(false)

    expect(questions(await shelf('Horaires'))).toEqual(['Ouvrez-vous le samedi ?', 'Et le dimanche ?'])
    expect(questions(await shelf('Sans catégorie'))).toEqual(['Acceptez-vous la carte ?'])
    expect(screen.queryByRole('switch')).toBeNull()
    expect(screen.queryByRole('button', { name: /Modifier|Supprimer|Monter|Ajouter/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Essayer une question' })).toBeInTheDocument()
  })

  it('reads all pages of a long list', async () => {
    api.on('GET', '/api/faqs', ({ query }) =>
      query.get('cursor') === 'next' ? json({ items: [cards] }) : json({ items: [saturday], nextCursor: 'next' }),
    )
    show()

    expect(await screen.findByText('2 questions')).toBeVisible()
  })

  it('finds by words, whatever their accents', async () => {
    show()
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Rechercher une question' }), 'noel MEME')

    await waitFor(() => expect(screen.queryByText('Et le dimanche ?')).toBeNull())
    expect(screen.getByText('1 sur 3 questions')).toBeVisible()
  })

  it('moves one up by the keyboard, under its heading, and says the order of all', async () => {
    api.on('PUT', '/api/faqs/order', () => {
      faqs = [sunday, saturday, cards]
      return new Response(null, { status: 204 })
    })
    show()
    const up = await screen.findByRole('button', { name: 'Monter « Et le dimanche ? »' })
    up.focus()
    await userEvent.keyboard('{Enter}')

    expect(questions(await shelf('Horaires'))).toEqual(['Et le dimanche ?', 'Ouvrez-vous le samedi ?'])
    await waitFor(() => expect(api.askedFor('PUT', '/api/faqs/order')).toHaveLength(1))
    expect(api.askedFor('PUT', '/api/faqs/order')[0]?.body).toEqual({ ids: ['f2', 'f1', 'f3'] })
    expect(screen.getByRole('button', { name: 'Monter « Et le dimanche ? »' })).toHaveFocus()
  })

  it('shows the order as it is when it could not be saved', async () => {
    api.on('PUT', '/api/faqs/order', () => problem(409, 'Modifié entre-temps', 'Quelqu’un a changé la liste.'))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Descendre « Ouvrez-vous le samedi ? »' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Quelqu’un a changé la liste.')
    await waitFor(async () =>
      expect(questions(await shelf('Horaires'))).toEqual(['Ouvrez-vous le samedi ?', 'Et le dimanche ?']),
    )
  })

  it('switches one off under the version that was seen', async () => {
    api.on('PUT', '/api/faqs/f1', () => {
      faqs = [{ ...saturday, enabled: false, version: 4 }, sunday, cards]
      return json(faqs[0])
    })
    show()
    const on = await screen.findByRole('switch', { name: 'L’assistant répond à « Ouvrez-vous le samedi ? »' })
    await userEvent.click(on)

    await waitFor(() => expect(on).not.toBeChecked())
    expect(api.askedFor('PUT', '/api/faqs/f1')[0]?.body).toMatchObject({ enabled: false, version: 3 })
  })

  it('adds one with its variants, and says first what is missing', async () => {
    api.on('POST', '/api/faqs', () => json(cards, 201))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Ajouter une question' }))
    const form = screen.getByRole('dialog', { name: 'Nouvelle question' })
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))
    expect(within(form).getByRole('textbox', { name: 'Question' })).toHaveFocus()

    await userEvent.type(within(form).getByRole('textbox', { name: 'Question' }), 'Avez-vous un parking ?')
    await userEvent.type(within(form).getByRole('textbox', { name: 'Réponse' }), 'Oui.')
    await userEvent.type(
      within(form).getByRole('textbox', { name: 'Autres façons de demander' }),
      'Où se garer ?{Enter}{Enter}On peut stationner ?',
    )
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const [asked] = api.askedFor('POST', '/api/faqs')
    expect(asked?.body).toEqual({
      question: 'Avez-vous un parking ?',
      answer: 'Oui.',
      variants: ['Où se garer ?', 'On peut stationner ?'],
      enabled: true,
    })
    expect(asked?.headers.get('Idempotency-Key')).toBeTruthy()
  })

  it('loads what somebody else saved under what is typed', async () => {
    api.on('PUT', '/api/faqs/f1', ({ body }) =>
      (body as { version: number }).version === 3
        ? problem(409, 'Modifié entre-temps', 'Quelqu’un vient de changer cette question.')
        : json(faqs[0]),
    )
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier « Ouvrez-vous le samedi ? »' }))
    const form = screen.getByRole('dialog', { name: 'Modifier la question' })
    const answer = within(form).getByRole('textbox', { name: 'Réponse' })
    await userEvent.clear(answer)
    await userEvent.type(answer, 'Oui, dès 8 h.')
    faqs = [{ ...saturday, category: 'Ouverture', answer: 'Non.', version: 4 }, sunday, cards]
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))
    await userEvent.click(within(await within(form).findByRole('alert')).getByRole('button'))

    await waitFor(() => expect(within(form).getByRole('combobox', { name: /Catégorie/ })).toHaveValue('Ouverture'))
    expect(answer).toHaveValue('Oui, dès 8 h.')
    await userEvent.click(within(form).getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.askedFor('PUT', '/api/faqs/f1')[1]?.body).toMatchObject({
      answer: 'Oui, dès 8 h.',
      category: 'Ouverture',
      version: 4,
    })
  })

  it('asks before it deletes one', async () => {
    api.on('DELETE', '/api/faqs/f1', () => {
      faqs = [sunday, cards]
      return new Response(null, { status: 204 })
    })
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer « Ouvrez-vous le samedi ? »' }))
    expect(api.askedFor('DELETE', '/api/faqs/f1')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: 'Supprimer' }))

    await waitFor(() => expect(screen.queryByText('Ouvrez-vous le samedi ?')).toBeNull())
    expect(api.askedFor('DELETE', '/api/faqs/f1')[0]?.query.get('version')).toBe('3')
  })
})
