import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportLine, ImportPreview } from '../../lib/api-types'
import { FakeApi, json, problem } from '../../testing/fake-api'
import { renderPart } from '../../testing/render-app'
import { FaqPage } from '../faq-page'

const line = (number: number, state: ImportLine['state'], ...said: string[]): ImportLine => ({
  line: number,
  question: `Question ${number} ?`,
  state,
  errors: said.map((message) => ({ field: 'answer', message })),
})

function preview(lines: ImportLine[], saved = false): ImportPreview {
  const counts = { new: 0, changed: 0, unchanged: 0, duplicate: 0, wrong: 0 }
  for (const { state } of lines) counts[state] += 1
  return { saved, counts, lines }
}

describe('the import of a file', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi()
      .on('GET', '/api/faqs', () => json({ items: [] }))
      .on('GET', '/api/questions/groups', () => json({ items: [] }))
  })

  afterEach(() => vi.unstubAllGlobals())

  async function open(): Promise<HTMLElement> {
    renderPart(<FaqPage mayManage trial={null} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Importer un fichier' }))
    return screen.getByRole('dialog', { name: 'Importer un fichier' })
  }

  const choose = (dialog: HTMLElement, name = 'questions.csv') =>
    userEvent.upload(within(dialog).getByLabelText(/Choisir un/), new File(['question;réponse'], name))

  it('is saved once its lines are corrected, and not before', async () => {
    let lines = [line(2, 'new'), line(3, 'wrong', 'La réponse a de 1 à 2 000 caractères.'), line(4, 'changed')]
    api.on('POST', '/api/faqs/import', ({ query }) => json(preview(lines, query.get('commit') === 'true')))
    const dialog = await open()
    await choose(dialog)

    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Une ligne est à corriger')
    expect(within(dialog).getAllByRole('listitem').at(-3)).toHaveTextContent(
      'Ligne 3Question 3 ?À corrigerLa réponse a de 1 à 2 000 caractères.',
    )
    expect(within(dialog).getByRole('button', { name: 'Importer 2 questions' })).toBeDisabled()

    lines = [line(2, 'new'), line(3, 'new'), line(4, 'changed')]
    await choose(dialog, 'questions corrigées.csv')
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Importer 3 questions' }))

    expect(await screen.findByText(/^2 questions ajoutées, 1 question modifiée\./)).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
    const asked = api.askedFor('POST', '/api/faqs/import')
    expect(asked.map(({ query }) => query.get('commit'))).toEqual([null, null, 'true'])
    expect(asked[0]?.headers.get('Content-Type')).toBe('text/csv')
  })

  it('says why a file cannot be read, and takes another', async () => {
    api.on('POST', '/api/faqs/import', () =>
      problem(400, 'Fichier illisible', 'La première ligne doit nommer les colonnes.', [
        { field: 'file', message: 'La première ligne doit nommer les colonnes.' },
      ]),
    )
    const dialog = await open()
    await choose(dialog)
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('La première ligne doit nommer les colonnes.')

    api.on('POST', '/api/faqs/import', () => json(preview([line(2, 'unchanged')])))
    await choose(dialog)
    expect(await within(dialog).findByText(/il n’y a rien à importer/)).toBeVisible()
    expect(within(dialog).queryByRole('button', { name: /^Importer \d/ })).toBeNull()
  })

  it('looks again when the list was changed meanwhile', async () => {
    let lines = [line(2, 'new')]
    api.on('POST', '/api/faqs/import', ({ query }) => {
      if (query.get('commit') === null) return json(preview(lines))
      lines = [line(2, 'wrong', 'Vous avez déjà 2 000 questions.')]
      return json(preview(lines), 422)
    })
    const dialog = await open()
    await choose(dialog)
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Importer 1 question' }))

    expect(await within(dialog).findByText('Vous avez déjà 2 000 questions.')).toBeVisible()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('shows the lines that count of a long file', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => line(index + 2, index === 4_999 ? 'wrong' : 'new'))
    api.on('POST', '/api/faqs/import', () => json(preview(lines)))
    const dialog = await open()
    await choose(dialog)

    const list = await within(dialog).findByRole('list', { name: 'Lignes du fichier' })
    expect(within(list).getAllByRole('listitem')[0]).toHaveTextContent('Ligne 5001')
    expect(within(dialog).getByText('et 4800 autres lignes')).toBeVisible()
  })

  it('hands out an example', async () => {
    api.on('GET', '/api/faqs/sample.csv', () => new Response('question;réponse'))
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
    const dialog = await open()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Télécharger un exemple' }))

    await waitFor(() => expect(api.askedFor('GET', '/api/faqs/sample.csv')).toHaveLength(1))
  })
})
