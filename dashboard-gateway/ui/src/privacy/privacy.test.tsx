import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AuditEntry, ErasureReceipt, Privacy, RegisterEntry } from '../lib/api-types'
import { FakeApi, file, json, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { AuditPage } from './audit-page'
import { CustomerData } from './customer-data'
import { PrivacyPage } from './privacy-page'
import { ReceiptPage } from './receipt-page'

const privacy: Privacy = {
  messageDays: 730,
  mediaDays: 365,
  leadDays: 1095,
  reasonDays: 90,
  invitationDays: 90,
  phonesMasked: false,
  version: 1,
}
const opened: RegisterEntry = {
  id: 'r1',
  at: '2026-11-22T11:00:00Z',
  person: 'lea',
  personName: 'Léa Moreau',
  act: 'opened',
  conversation: 'marie',
  customer: 'Marie Lefèvre',
}
const erased: RegisterEntry = {
  id: 'r2',
  at: '2026-11-22T12:00:00Z',
  person: 'sophie',
  personName: 'Sophie Camélia',
  act: 'erased',
  erasure: 'e1',
}
const receipt: ErasureReceipt = {
  id: 'e1',
  erasedAt: '2026-11-22T12:00:00Z',
  erasedBy: 'Sophie Camélia',
  note: 'Demande reçue par courrier',
  complete: false,
  filesLeft: 1,
  services: [
    { service: 'conversation-service', forgottenAt: '2026-11-22T12:00:00Z', stores: [{ name: 'message', count: 12 }] },
    { service: 'ai-router', stores: [] },
  ],
  topics: [{ topic: 'whatsapp.inbound.v1', goneBy: '2026-12-13T12:00:00Z' }, { topic: 'whatsapp.identities.v1' }],
  kept: ['Les rendez-vous, sans nom ni numéro.'],
}

describe('privacy', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi()
      .on('GET', '/api/settings/privacy', () => json(privacy))
      .on('GET', '/api/register', () => json({ items: [erased, opened] }))
  })

  afterEach(() => vi.unstubAllGlobals())

  it('saves how long things are kept, under the version that was seen', async () => {
    api.on('PUT', '/api/settings/privacy', () => json({ ...privacy, messageDays: 365, phonesMasked: true, version: 2 }))
    renderPart(<PrivacyPage />)
    const messages = await screen.findByRole('textbox', { name: /^Messages/ })

    await userEvent.clear(messages)
    await userEvent.type(messages, '365')
    await userEvent.click(screen.getByRole('switch', { name: /Masquer les numéros/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

    await waitFor(() => expect(api.askedFor('PUT', '/api/settings/privacy')).toHaveLength(1))
    expect(api.askedFor('PUT', '/api/settings/privacy')[0]?.body).toEqual({
      ...privacy,
      messageDays: 365,
      phonesMasked: true,
    })
  })

  it('names a period that cannot be, and asks nobody', async () => {
    renderPart(<PrivacyPage />)
    const messages = await screen.findByRole('textbox', { name: /^Messages/ })

    await userEvent.clear(messages)
    await userEvent.type(messages, '12')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

    expect(messages).toHaveFocus()
    expect(messages).toHaveAccessibleDescription(/Choisissez de 30 à 1\s825 jours/)
    expect(api.askedFor('PUT', '/api/settings/privacy')).toHaveLength(0)
  })

  it('says that somebody else saved meanwhile', async () => {
    api.on('PUT', '/api/settings/privacy', () => problem(409, 'Modifié entre-temps'))
    renderPart(<PrivacyPage />)

    await userEvent.click(await screen.findByRole('button', { name: 'Enregistrer' }))

    expect(await screen.findByText('Modifié entre-temps')).toBeVisible()
  })

  it('shows who looked at what, and no name of who is erased', async () => {
    renderPart(<PrivacyPage />)

    expect(await screen.findByRole('link', { name: 'Marie Lefèvre' })).toBeVisible()
    expect(screen.getByText('Consultation')).toBeVisible()
    expect(screen.getByText('Client effacé')).toBeVisible()
  })

  it('shows the audit log in French, and of one kind alone', async () => {
    const changed: AuditEntry = {
      id: 'a1',
      at: '2026-11-22T11:00:00Z',
      person: 'sophie',
      personName: 'Sophie Camélia',
      action: 'faq_saved',
      target: 'f1',
      label: 'Vous fermez en août ?',
      changes: [
        { field: 'answer', from: 'Non.', to: 'Oui.' },
        { field: 'variants', from: '[]', to: '["Ouverts en août ?","Congés ?"]' },
        { field: 'enabled', from: 'true', to: 'false' },
        { field: 'week', from: '[{"day":"MONDAY"}]', to: '[]' },
        { field: 'start', to: '2026-11-22T11:00:00Z' },
        { field: 'unheardOf', from: 'a', to: 'b' },
      ],
    }
    api.on('GET', '/api/audit', ({ query }) => json({ items: query.get('kind') === 'team' ? [] : [changed] }))
    renderPart(<AuditPage />)

    const line = within(await screen.findByRole('list', { name: 'Journal des actions' }))
    expect(line.getByText('a enregistré la question')).toBeVisible()
    for (const said of [
      'Réponse : Non. → Oui.',
      'Autres façons de demander : vide → Ouverts en août ?, Congés ?',
      'Active : oui → non',
      'Semaine : modifié',
      /^Début : vide → 22 novembre 2026 à \d\d:00$/,
      'unheardOf : a → b',
    ])
      expect(line.getByText(said)).toBeInTheDocument()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Afficher' }), 'team')

    expect(await screen.findByText('Rien de ce genre n’a encore été fait.')).toBeVisible()
  })

  it('exports all that is held on a customer', async () => {
    const kept = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:export', revokeObjectURL: () => undefined }))
    api.on('GET', '/api/customers/marie/export', () => file('zip', 'application/zip'))
    renderPart(<CustomerData customer="marie" name="Marie Lefèvre" onErased={() => undefined} />)

    await userEvent.click(await screen.findByRole('button', { name: 'Données du client' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Exporter les données' }))

    await waitFor(() => expect(kept).toHaveBeenCalledOnce())
  })

  it('erases a customer once somebody is sure, with a reason and a key', async () => {
    const onErased = vi.fn()
    api.on('POST', '/api/customers/marie/erasure', () => json(receipt, 201))
    renderPart(<CustomerData customer="marie" name="Marie Lefèvre" onErased={onErased} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Données du client' }))
    const erase = await screen.findByRole('button', { name: 'Effacer définitivement' })
    expect(erase).toBeDisabled()

    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Demande reçue par courrier')
    await userEvent.click(screen.getByRole('switch', { name: /rien ne pourra faire revenir/ }))
    await userEvent.click(erase)

    await waitFor(() => expect(onErased).toHaveBeenCalledWith('e1'))
    const [asked] = api.askedFor('POST', '/api/customers/marie/erasure')
    expect(asked?.body).toEqual({ note: 'Demande reçue par courrier' })
    expect(asked?.headers.get('Idempotency-Key')).toMatch(/^[\w-]{36}$/)
  })

  it('shows the receipt while it fills, and that all is gone', async () => {
    api.on('GET', '/api/erasures/e1', () => json(receipt))
    const { queryClient } = renderPart(<ReceiptPage id="e1" />)

    expect(await screen.findByText(/les autres services le confirment/)).toBeVisible()
    expect(screen.getByText('en attente de confirmation')).toBeVisible()
    expect(screen.getByText('1 fichier reste à effacer')).toBeVisible()
    expect(screen.getByText('13 décembre 2026')).toBeVisible()
    api.on('GET', '/api/erasures/e1', () =>
      json({
        ...receipt,
        complete: true,
        filesLeft: 0,
        services: receipt.services.map((it) => ({ ...it, forgottenAt: receipt.erasedAt })),
      }),
    )
    await queryClient.invalidateQueries()

    expect(await screen.findByText('Tout est effacé.')).toBeVisible()
    expect(screen.getByText('rien n’y était gardé')).toBeVisible()
  })
})
