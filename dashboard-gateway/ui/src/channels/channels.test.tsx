import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Channel } from '../lib/api-types'
import { FakeApi, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { ChannelsSection } from './channels-section'

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef'
const TOKEN = '0123456789abcdef0123456789abcdef'
const WEBHOOK = 'https://accueil.example/api/webhooks/twilio#rc=3&rp=5xx,ct,rt'

type Line = Channel['checklist'][number]
const STEPS: Line['step'][] = ['credentials', 'number', 'webhook', 'received', 'answered', 'callback']

const lines = (...progress: Line['progress'][]): Line[] =>
  STEPS.map((step, index) => ({ step, progress: progress[index] ?? 'todo', sentence: `Phrase de ${step}.` }))

const draft: Channel = {
  id: 'draft',
  state: 'draft',
  accountSid: ACCOUNT,
  version: 1,
  senders: [],
  checklist: lines('waiting'),
  reconciliation: { state: 'unknown', sentence: 'Pas encore comparé.' },
}

describe('a number', () => {
  let api: FakeApi

  const known = (...items: Channel[]) => api.on('GET', '/api/channels', () => json({ items, webhookUrl: WEBHOOK }))

  beforeEach(() => {
    api = new FakeApi().on('POST', '/api/channels/draft/check', () => new Response(null, { status: 202 }))
    known()
  })

  afterEach(() => vi.unstubAllGlobals())

  const show = (mayManage = true) => renderPart(<ChannelsSection mayManage={mayManage} />)

  it('is entered from what the console shows, and its checklist is there', async () => {
    api.on('POST', '/api/channels', () => {
      known(draft)
      return json(draft, 201)
    })
    show()

    await userEvent.type(await screen.findByLabelText('Account SID'), ` ${ACCOUNT} `)
    await userEvent.type(screen.getByLabelText('Auth Token'), TOKEN)
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier chez Twilio' }))

    expect(await screen.findByRole('list', { name: 'Ce qu’il reste à faire' })).toHaveTextContent(
      'Le compte Twilio, En cours',
    )
    expect(api.askedFor('POST', '/api/channels')[0]?.body).toEqual({ accountSid: ACCOUNT, authToken: TOKEN })
    await waitFor(() => expect(api.askedFor('POST', '/api/channels/draft/check')).not.toHaveLength(0))
  })

  it('says what is missing before anything is asked, and what is wrong after', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Vérifier chez Twilio' }))
    expect(screen.getByText('Collez l’Account SID de votre compte Twilio.')).toBeVisible()
    expect(api.askedFor('POST', '/api/channels')).toHaveLength(0)

    api.on('POST', '/api/channels', () =>
      problem(400, 'Demande incorrecte', undefined, [
        { field: 'authToken', message: 'Un Auth Token a 32 chiffres et lettres.' },
      ]),
    )
    await userEvent.type(screen.getByLabelText('Account SID'), ACCOUNT)
    await userEvent.type(screen.getByLabelText('Auth Token'), 'court')
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier chez Twilio' }))

    expect((await screen.findAllByText('Un Auth Token a 32 chiffres et lettres.'))[0]).toBeVisible()
    expect(screen.getByLabelText('Auth Token')).toHaveFocus()
  })

  it('is chosen among those of the account', async () => {
    const senders = [
      { address: 'whatsapp:+33199000042', name: 'Institut Camélia', isOnline: true },
      { address: 'whatsapp:+33199000043', isOnline: false },
    ]
    known({ ...draft, senders, checklist: lines('done') })
    api.on('PUT', '/api/channels/draft', () => json({ ...draft, state: 'connected' }))
    show()

    expect(
      await screen.findByRole('button', { name: /01 99 00 00 43.*pas en ligne|\+33 1.99.00.00.43.*pas en ligne/ }),
    ).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: /Institut Camélia/ }))

    await waitFor(() =>
      expect(api.askedFor('PUT', '/api/channels/draft')[0]?.body).toEqual({
        accountSid: ACCOUNT,
        address: '+33199000042',
        version: 1,
      }),
    )
  })

  it('is entered by hand where Twilio names none', async () => {
    known({ ...draft, checklist: lines('done', 'wrong') })
    api.on('PUT', '/api/channels/draft', () => json(draft))
    show()

    await userEvent.type(await screen.findByLabelText('Saisir le numéro'), '01 99 00 00 42')
    await userEvent.click(screen.getByRole('button', { name: 'Utiliser ce numéro' }))

    await waitFor(() =>
      expect(api.askedFor('PUT', '/api/channels/draft')[0]?.body).toMatchObject({ address: '01 99 00 00 42' }),
    )
  })

  it('has the address to copy beside it, until Twilio calls it', async () => {
    known({ ...draft, state: 'connected', address: 'whatsapp:+33199000042', checklist: lines('done', 'done') })
    const shown = show()
    expect(await screen.findByText(WEBHOOK)).toBeVisible()
    shown.unmount()

    known({ ...draft, state: 'connected', address: 'whatsapp:+33199000042', checklist: lines('done', 'done', 'done') })
    show()
    await screen.findByText('Phrase de webhook.')
    expect(screen.queryByText(WEBHOOK)).not.toBeInTheDocument()
  })

  it('gets another token, and nothing else of it changes', async () => {
    const connected = { ...draft, state: 'connected' as const, address: 'whatsapp:+33199000042', checklist: lines() }
    known(connected)
    api.on('PUT', '/api/channels/draft', () => json(connected))
    show()

    await userEvent.click(await screen.findByRole('button', { name: 'Changer le jeton' }))
    expect(screen.queryByLabelText('Account SID')).not.toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('Auth Token'), TOKEN)
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

    await waitFor(() =>
      expect(api.askedFor('PUT', '/api/channels/draft')[0]?.body).toEqual({
        accountSid: ACCOUNT,
        authToken: TOKEN,
        address: '+33199000042',
        version: 1,
      }),
    )
    expect(await screen.findByRole('button', { name: 'Changer le jeton' })).toBeVisible()
  })

  it('is disconnected only after a question', async () => {
    known({ ...draft, state: 'connected', address: 'whatsapp:+33199000042', checklist: lines() })
    api.on('DELETE', '/api/channels/draft', () => new Response(null, { status: 204 }))
    show()

    await userEvent.click(await screen.findByRole('button', { name: 'Débrancher' }))
    const dialog = screen.getByRole('dialog', { name: /Débrancher ce numéro/ })
    expect(api.askedFor('DELETE', '/api/channels/draft')).toHaveLength(0)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Débrancher' }))

    await waitFor(() => expect(api.askedFor('DELETE', '/api/channels/draft')[0]?.query.get('version')).toBe('1'))
  })

  it('is only looked at by who may not manage it', async () => {
    known({ ...draft, checklist: lines('done') })
    show(false)

    await screen.findByText('Phrase de credentials.')
    expect(screen.queryByRole('button', { name: /Débrancher|Corriger|Relier/ })).not.toBeInTheDocument()
    expect(screen.queryByLabelText('Saisir le numéro')).not.toBeInTheDocument()
  })
})
