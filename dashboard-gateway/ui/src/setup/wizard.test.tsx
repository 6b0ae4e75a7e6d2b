import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Hours, Onboarding, Settings, Step } from '../lib/api-types'
import { FakeApi, json, never, problem } from '../testing/fake-api'
import { renderPart } from '../testing/render-app'
import { FinishSetup } from './finish-setup'
import { Wizard } from './wizard'

const STEPS: Step[] = ['business', 'hours', 'services', 'tone', 'channel', 'faqs']
const settings: Settings = {
  name: 'Institut Camélia',
  vertical: 'beauty',
  timeZone: 'Europe/Paris',
  formal: true,
  version: 3,
}
const hours: Hours = {
  holidayRegion: 'METROPOLE',
  workedHolidays: [],
  week: [],
  exceptions: [{ open: false, from: '2026-08-03', to: '2026-08-16', period: '00:00-24:00', label: 'congés' }],
  practitioners: [],
  seats: 1,
  rules: { leadMinutes: 120, horizonDays: 60, gridMinutes: 15, strictGrid: false },
  bookingsOutside: 2,
  version: 2,
}
const suggestions = {
  services: [
    { name: 'Soin du visage', synonyms: [], bufferMinutes: 0, durationMinutes: 60, priceCents: 6500, priceFrom: false },
    {
      name: 'Couleur',
      synonyms: ['teinture'],
      bufferMinutes: 5,
      durationMinutes: 90,
      priceCents: 5500,
      priceFrom: true,
    },
  ],
  week: [{ day: 'TUESDAY', periods: ['09:00-12:00', '14:00-19:00'] }],
  holidayRegion: 'METROPOLE',
}
const ready = [
  { key: 'hours', question: 'Quels sont vos horaires ?', answer: 'Du mardi au samedi.', state: 'ready', missing: [] },
  { key: 'gift', question: 'Avez-vous des cartes cadeaux ?', answer: 'Oui.', state: 'ready', missing: [] },
]

describe('the wizard', () => {
  const leave = vi.fn()
  let api: FakeApi
  let numbers: { state: string }[]
  let left: Partial<Record<Step, 'done' | 'skipped'>>

  beforeEach(() => {
    sessionStorage.clear()
    leave.mockReset()
    left = { business: 'done' }
    numbers = []
    api = new FakeApi()
      .on('GET', '/api/channels', () => json({ items: numbers, webhookUrl: 'https://x#rp=5xx' }))
      .on('GET', '/api/onboarding', () => json(onboarding()))
      .on('GET', '/api/settings', () => json(settings))
      .on('PUT', '/api/settings', ({ body }) => json({ ...(body as Settings), version: 4 }))
      .on('GET', '/api/hours', () => json(hours))
      .on('PUT', '/api/hours', ({ body }) => json({ ...(body as Hours), version: 3 }))
      .on('GET', '/api/services', () => json({ items: [] }))
      .on('GET', '/api/suggestions', () => json(suggestions))
      .on('POST', '/api/services', ({ body }) => json({ ...(body as object), id: crypto.randomUUID(), version: 1 }))
      .on('GET', '/api/faqs/ready', () => json({ items: ready }))
      .on('POST', '/api/faqs/ready', () => json({}))
      .on('POST', '/api/assistant/try', () =>
        json({ text: 'Oui, dès 9h.', sources: [{ faq: 'f', question: 'Horaires ?', answer: '', score: 1 }] }),
      )
    for (const step of STEPS)
      api.on('PUT', `/api/onboarding/${step}`, ({ body }) => {
        left = { ...left, [step]: (body as { state: 'done' }).state }
        return json(onboarding())
      })
  })

  afterEach(() => vi.unstubAllGlobals())

  function onboarding(): Onboarding {
    const steps = STEPS.map((step) => ({ step, state: left[step] ?? ('open' as const) }))
    return { steps, finished: steps.every(({ state }) => state !== 'open') }
  }

  function Walk({ from }: { from: string | undefined }) {
    const [at, go] = useState(from)
    return <Wizard workspace="camelia" numbers={<p>Ici se relie un numéro.</p>} at={at} onGo={go} onLeave={leave} />
  }

  const show = (from?: string) => renderPart(<Walk from={from} />)
  const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
  const heading = (name: RegExp) => screen.findByRole('heading', { name, level: 1 })

  it('goes on where it was left', async () => {
    show()

    expect(await heading(/Quand êtes-vous ouvert/)).toHaveFocus()
    expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent('Horaires')
    expect(within(screen.getByRole('navigation')).getByText(/terminée/)).toBeInTheDocument()
  })

  it('saves the week as it is left, and the rest of the hours as it was', async () => {
    show('hours')
    await userEvent.selectOptions(await screen.findByLabelText('Mardi, ouverture'), '09:30')
    await userEvent.click(screen.getByRole('switch', { name: 'Ouvert le samedi' }))
    await userEvent.click(screen.getByRole('switch', { name: /Fermé les jours fériés/ }))

    await press('Continuer')

    expect(await heading(/Que proposez-vous/)).toBeVisible()
    expect(api.askedFor('PUT', '/api/hours')[0]?.body).toMatchObject({
      week: [
        { day: 'TUESDAY', periods: ['09:30-12:00', '14:00-19:00'] },
        { day: 'SATURDAY', periods: ['09:30-12:00', '14:00-19:00'] },
      ],
      exceptions: hours.exceptions,
      version: 2,
    })
    expect(api.askedFor('PUT', '/api/hours')[0]?.body).not.toHaveProperty('bookingsOutside')
    const { workedHolidays } = api.askedFor('PUT', '/api/hours')[0]?.body as Hours
    expect(workedHolidays).toContain('ASCENSION')
    expect(workedHolidays).not.toContain('CHRISTMAS')
    expect(left.hours).toBe('done')
  })

  it('says that appointments outside the hours stand', async () => {
    show('hours')

    expect(await screen.findByText(/2 rendez-vous à venir sont hors de ces horaires/)).toBeVisible()
  })

  it('shows an impossible day before anything is sent', async () => {
    show('hours')
    await userEvent.selectOptions(await screen.findByLabelText('Mardi, fin'), '08:00')

    await press('Continuer')

    expect(screen.getByLabelText('Mardi, fin')).toHaveFocus()
    expect(screen.getByLabelText('Mardi, fin')).toHaveAccessibleDescription('La fin doit venir après le début.')
    expect(api.askedFor('PUT', '/api/hours')).toHaveLength(0)
  })

  it('takes back what was applied to the other days', async () => {
    show('hours')
    await userEvent.click(await screen.findByRole('switch', { name: 'Ouvert le lundi' }))
    await userEvent.selectOptions(screen.getByLabelText('Lundi, ouverture'), '08:00')
    await press('Appliquer les horaires du lundi aux autres jours ouverts')
    expect(screen.getByLabelText('Mardi, ouverture')).toHaveValue('08:00')

    await press('Annuler')

    expect(screen.getByLabelText('Mardi, ouverture')).toHaveValue('09:00')
  })

  it('going back saves nothing, and what was typed is found again', async () => {
    show('tone')
    await userEvent.type(await screen.findByLabelText(/Signature/), 'Sophie')
    await press('Retour')
    expect(await heading(/Que proposez-vous/)).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: /Ton de l’assistant/ }))

    expect(await screen.findByLabelText(/Signature/)).toHaveValue('Sophie')
    expect(api.asked.filter(({ method }) => method !== 'GET')).toHaveLength(0)
  })

  it('shows how the assistant will speak', async () => {
    show('tone')
    await userEvent.click(await screen.findByRole('radio', { name: /^tu/ }))
    await userEvent.type(screen.getByLabelText(/Signature/), 'Sophie')

    const example = screen.getByRole('figure')
    expect(example).toHaveTextContent('Tu veux prendre rendez-vous ?')
    expect(example).toHaveTextContent('Sophie')
    await press('Continuer')

    expect(await heading(/WhatsApp/)).toBeVisible()
    expect(api.askedFor('PUT', '/api/settings')[0]?.body).toMatchObject({
      name: 'Institut Camélia',
      formal: false,
      signature: 'Sophie',
      version: 3,
    })
  })

  it('adds what was ticked, and goes on after the one that was refused', async () => {
    show('services')
    await userEvent.click(await screen.findByRole('checkbox', { name: /Soin du visage/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /Couleur/ }))
    const price = screen.getByLabelText('Prix : Soin du visage')
    await userEvent.clear(price)
    await userEvent.type(price, '70,50')
    api.on('POST', '/api/services', ({ body }) => {
      const { name } = body as { name: string }
      return name === 'Couleur'
        ? problem(400, 'Demande incorrecte', 'Trop long', [{ field: 'durationMinutes', message: 'Trop long.' }])
        : json({ ...(body as object), id: 'facial', version: 1 })
    })
    await press('Continuer')
    const duration = screen.getByLabelText('Durée : Couleur')
    await waitFor(() => expect(duration).toHaveFocus())
    expect(duration).toHaveAccessibleDescription('Trop long.')

    api.on('POST', '/api/services', ({ body }) => json({ ...(body as object), id: 'colour', version: 1 }))
    await press('Continuer')

    expect(await heading(/Comment parle/)).toBeVisible()
    const sent = api.askedFor('POST', '/api/services')
    expect(sent.map(({ body }) => (body as { name: string }).name)).toEqual(['Soin du visage', 'Couleur', 'Couleur'])
    expect(sent[0]?.body).toMatchObject({ priceCents: 7050, durationMinutes: 60 })
    expect(sent[1]?.headers.get('Idempotency-Key')).toBe(sent[2]?.headers.get('Idempotency-Key'))
  })

  it('lets services be skipped, but not left empty by mistake', async () => {
    show('services')
    await userEvent.click(await screen.findByRole('button', { name: 'Continuer' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Cochez au moins une prestation')

    await press('Passer cette étape')

    expect(await heading(/Comment parle/)).toBeVisible()
    expect(left.services).toBe('skipped')
  })

  it('skips the channel, saves the FAQs that are on, and lets the assistant be tried', async () => {
    left = { business: 'done', hours: 'done', services: 'done', tone: 'done' }
    show('channel')
    await userEvent.click(await screen.findByRole('button', { name: 'Plus tard – essayer d’abord l’assistant' }))
    await userEvent.click(await screen.findByRole('switch', { name: /cartes cadeaux/ }))
    await press('Enregistrer et essayer')

    expect(await heading(/Votre assistant est prêt/)).toBeVisible()
    expect(left).toMatchObject({ channel: 'skipped', faqs: 'done' })
    expect(api.askedFor('POST', '/api/faqs/ready')[0]?.body).toEqual({ keys: ['hours'] })

    await userEvent.type(screen.getByLabelText('Votre question'), 'Ouvert samedi ?{Enter}')
    expect(await screen.findByText('Oui, dès 9h.')).toBeVisible()
    expect(screen.getByText('D’après : Horaires ?')).toBeVisible()
    expect(screen.getByLabelText('Votre question')).toHaveValue('')

    await press('Aller au tableau de bord')
    expect(leave).toHaveBeenCalledOnce()
  })

  it('goes on with a number that is connected', async () => {
    numbers = [{ state: 'connected' }]
    left = { business: 'done', hours: 'done', services: 'done', tone: 'done' }
    show('channel')

    expect(await screen.findByText('Ici se relie un numéro.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Plus tard/ })).not.toBeInTheDocument()
    await press('Continuer')

    expect(await screen.findByRole('switch', { name: /cartes cadeaux/ })).toBeVisible()
    expect(left.channel).toBe('done')
  })

  it('keeps a question that the assistant did not answer', async () => {
    show('finished')
    await heading(/peut déjà répondre/)
    api.on('POST', '/api/assistant/try', () => problem(503, 'Momentanément indisponible'))
    await userEvent.type(screen.getByLabelText('Votre question'), 'Ouvert samedi ?{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('L’assistant n’a pas répondu')
    expect(screen.getByLabelText('Votre question')).toHaveValue('Ouvert samedi ?')

    api.on('POST', '/api/assistant/try', () => json({ handover: 'NO_ANSWER_KNOWN', sources: [] }))
    await press('Réessayer')

    expect(await screen.findByText(/passerait la main/)).toBeVisible()
    expect(screen.getByText('L’assistant ne répondrait rien à ce message.')).toBeVisible()
  })

  it('is pending, wrong, and there after all', async () => {
    api.on('GET', '/api/hours', never)
    const pending = show('hours')
    expect(await screen.findByRole('status', { name: 'Chargement de l’étape' })).toBeVisible()
    pending.unmount()

    api.on('GET', '/api/hours', () => problem(400, 'Non'))
    show('hours')
    expect(await screen.findByRole('heading', { name: 'Cette étape ne s’affiche pas' })).toBeVisible()
    api.on('GET', '/api/hours', () => json(hours))
    await press('Réessayer')

    expect(await heading(/Quand êtes-vous ouvert/)).toBeVisible()
  })

  it('shows what was saved before without a switch, and says what the others wait for', async () => {
    api.on('GET', '/api/faqs/ready', () =>
      json({
        items: [
          { ...ready[0], state: 'there' },
          { ...ready[1], state: 'incomplete', missing: ['address', 'prices'] },
        ],
      }),
    )
    show('faqs')

    expect(await screen.findByText('Enregistrée')).toBeVisible()
    expect(screen.queryByRole('switch')).toBeNull()
    expect(screen.getByText('« Avez-vous des cartes cadeaux ? » attend votre adresse et vos prix.')).toBeVisible()
  })

  it('is empty where the trade has nothing ready', async () => {
    api.on('GET', '/api/suggestions', () => json({ ...suggestions, services: [] }))
    api.on('GET', '/api/faqs/ready', () => json({ items: [] }))
    const services = show('services')
    expect(await screen.findByRole('heading', { name: 'Votre liste est vide' })).toBeVisible()
    services.unmount()

    show('faqs')
    expect(await screen.findByRole('heading', { name: 'Aucune réponse toute prête' })).toBeVisible()
  })

  it('calls quietly from the dashboard until it is through', async () => {
    const { unmount } = renderPart(<FinishSetup />)
    expect(await screen.findByRole('link', { name: 'Terminer la configuration (1 sur 6)' })).toBeVisible()
    unmount()

    left = Object.fromEntries(STEPS.map((step) => [step, 'done']))
    renderPart(<FinishSetup />)
    await waitFor(() => expect(api.askedFor('GET', '/api/onboarding')).toHaveLength(2))
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })
})
