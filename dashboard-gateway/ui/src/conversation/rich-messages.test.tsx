import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attachment, Message } from '../lib/api-types'
import { FakeApi, file, json, problem } from '../testing/fake-api'
import { aConversation, aMessage, SOPHIE } from '../testing/fixtures'
import { goldenChange } from '../testing/golden'
import { bringEverythingNear, countAddresses } from '../testing/near'
import { renderPart } from '../testing/render-app'
import { ConversationPage } from './conversation-page'

describe('what came with a message', () => {
  let api: FakeApi
  let addresses: ReturnType<typeof countAddresses>

  beforeEach(() => {
    bringEverythingNear()
    addresses = countAddresses()
    api = new FakeApi().on('GET', '/api/conversations/marie', () => json(aConversation({ status: 'open' })))
  })

  afterEach(() => vi.unstubAllGlobals())

  function show(...messages: Partial<Message>[]) {
    const items = messages.map((more, index) => aMessage({ id: `m${index}`, body: '', ...more })).reverse()
    api.on('GET', '/api/conversations/marie/messages', () => json({ items }))
    return renderPart(<ConversationPage id="marie" me={SOPHIE} />)
  }

  const at = (index: number) => `/api/conversations/marie/messages/m0/attachments/${index}`
  const ready = (contentType: string, more: Partial<Attachment> = {}): Attachment => ({
    index: 0,
    contentType,
    state: 'ready',
    ...more,
  })

  it('says that it is on its way, and shows it once it is there', async () => {
    api.on('GET', at(0), () => file('bytes', 'image/jpeg'))
    const { happens } = show({
      kind: 'image',
      attachments: [{ index: 0, contentType: 'image/jpeg', state: 'pending' }],
    })
    expect(await screen.findByText('Pièce jointe en cours…')).toBeVisible()

    const message = aMessage({ id: 'm0', body: '', kind: 'image', version: 2, attachments: [ready('image/jpeg')] })
    happens({ type: 'MessageChanged', data: { conversation: 'marie', version: 6, message } })

    expect(await screen.findByRole('img', { name: 'Photo de Marie Lefèvre' })).toHaveAttribute(
      'src',
      expect.stringMatching(/^blob:/),
    )
    expect(api.askedFor('GET', at(0))[0]?.headers.get('Accept')).toBe('*/*')
  })

  it('says why it cannot be had', async () => {
    show({
      kind: 'video',
      attachments: [{ index: 0, contentType: 'video/mp4', state: 'unavailable', problem: 'Trop volumineuse.' }],
    })

    expect(await screen.findByText('Trop volumineuse.')).toBeVisible()
  })

  it('has a picture enlarged, and takes its addresses back when nobody looks any more', async () => {
    api.on('GET', at(0), () => file('bytes', 'image/png'))
    const { unmount } = show({ kind: 'image', attachments: [ready('image/png')] })

    await userEvent.click(await screen.findByRole('button', { name: 'Photo de Marie Lefèvre' }))
    const viewer = screen.getByRole('dialog', { name: 'Photo de Marie Lefèvre' })
    expect(within(viewer).getByRole('img')).toHaveAttribute('src', expect.stringMatching(/^blob:/))
    expect(addresses.open()).toBe(2)

    await userEvent.click(within(viewer).getByRole('button', { name: 'Fermer' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(addresses.open()).toBe(1)
    unmount()
    expect(addresses.open()).toBe(0)
  })

  it('tries a picture again that did not come', async () => {
    api.on('GET', at(0), () => problem(404, 'Introuvable'))
    show({ kind: 'image', attachments: [ready('image/png')] })
    await screen.findByText('La pièce jointe n’a pas pu être chargée.')

    api.on('GET', at(0), () => file('bytes', 'image/png'))
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))

    expect(await screen.findByRole('img', { name: 'Photo de Marie Lefèvre' })).toBeInTheDocument()
  })

  it('plays a voice message', async () => {
    api.on('GET', at(0), () => file('bytes', 'audio/ogg'))
    show({ kind: 'audio', attachments: [ready('audio/ogg')] })

    const player = await screen.findByRole('group', { name: 'Message vocal' })
    expect(within(player).getByRole('button', { name: 'Écouter' })).toBeVisible()
    expect(within(player).getByRole('slider', { name: 'Position dans l’enregistrement' })).toBeInTheDocument()
  })

  it('fetches a film only for who wants to see it', async () => {
    api.on('GET', at(0), () => file('bytes', 'video/mp4'))
    show({ kind: 'video', attachments: [ready('video/mp4', { size: 9_800_000 })] })

    const button = await screen.findByRole('button', { name: /Voir la vidéo.*9,8 Mo/ })
    expect(api.askedFor('GET', at(0))).toHaveLength(0)
    await userEvent.click(button)

    await waitFor(() => expect(screen.getByLabelText('Vidéo').tagName).toBe('VIDEO'))
  })

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'application/pdf'])(
    'hands over %s as bytes to keep, never as something to open',
    async (contentType) => {
      const kept: Blob[] = []
      const clicked: HTMLAnchorElement[] = []
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => {
          kept.push(blob)
          return 'blob:x'
        },
      })
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        clicked.push(this)
      })
      api.on('GET', at(0), () => file('<script>window.hacked=1</script>', contentType))
      show({ kind: 'document', attachments: [ready(contentType, { size: 1_340_000, fileName: 'devis.html' })] })

      const button = await screen.findByRole('button', { name: 'Télécharger devis.html' })
      expect(button).toHaveTextContent('1,3 Mo')
      await userEvent.click(button)

      await waitFor(() => expect(clicked[0]?.download).toBe('devis.html'))
      expect(clicked[0]?.target).toBe('')
      expect(kept[0]?.type).toBe('application/octet-stream')
      expect(screen.queryByRole('img', { name: /Photo/ })).not.toBeInTheDocument()
    },
  )

  it('shows a shared contact as words', async () => {
    api.on('GET', at(0), () => file('BEGIN:VCARD\nFN:Nadège Moreau\nTEL:+33639980099\nEND:VCARD', 'text/vcard'))
    show({ kind: 'contact', attachments: [ready('text/vcard')] })

    const card = await screen.findByRole('group', { name: 'Contact partagé' })
    expect(card).toHaveTextContent('Nadège Moreau')
    expect(within(card).getByRole('link')).toHaveAttribute('href', 'tel:+33639980099')
  })

  it('shows a place with a way to a map, which is not asked by itself', async () => {
    show({
      kind: 'location',
      location: { latitude: '48.8566', longitude: '2.3522', label: 'Salon', address: '1 rue de Rivoli' },
    })

    expect(await screen.findByText('1 rue de Rivoli')).toBeVisible()
    const link = screen.getByRole('link', { name: 'Ouvrir dans une carte' })
    expect(link).toHaveAttribute('href', expect.stringContaining('48.8566%2C2.3522'))
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(document.querySelector('img, iframe')).toBeNull()
  })

  it.each(['91', '', 'javascript:alert(1)', '48&x=1'])(
    'offers no map for a place that is none: %s',
    async (latitude) => {
      show({ kind: 'location', location: { latitude, longitude: '2' } })

      expect(await screen.findByText('Position partagée')).toBeVisible()
      expect(screen.queryByRole('link', { name: /carte/ })).not.toBeInTheDocument()
    },
  )

  it('leads from a quote to what is quoted', async () => {
    const scrolled: string[] = []
    Element.prototype.scrollIntoView = function () {
      scrolled.push(this.getAttribute('data-message') ?? '')
    }
    show(
      { body: 'Nous ouvrons à 9 h', direction: 'outbound', author: { kind: 'assistant' } },
      {
        body: 'Parfait',
        at: '2026-11-22T11:01:00Z',
        repliedTo: { message: 'm0', author: { kind: 'assistant' }, excerpt: 'Nous ouvrons' },
      },
    )

    await userEvent.click(await screen.findByRole('button', { name: 'Aller au message cité : Nous ouvrons' }))

    expect(scrolled).toEqual(['m0'])
    expect(document.activeElement).toHaveAttribute('data-message', 'm0')
  })

  it('shows everything that the contract can say at once', async () => {
    const { message } = goldenChange('message-changed-rich', 'MessageChanged').data
    api.on('GET', `/api/conversations/marie/messages/${message.id}/attachments/0`, () => file('bytes', 'image/jpeg'))
    show(message)

    expect(await screen.findByText('Transféré')).toBeVisible()
    expect(screen.getByText('Venu de la publicité « Soin visage »')).toBeVisible()
    expect(screen.getByText('Message retrouvé')).toBeVisible()
    expect(screen.getByText('Nous ouvrons')).toBeVisible()
    expect(screen.getByText('Cette pièce jointe est trop volumineuse.')).toBeVisible()
    expect(screen.getByText('Pièce jointe en cours…')).toBeVisible()
    expect(await screen.findByRole('img', { name: 'Photo de Marie Lefèvre' })).toBeInTheDocument()
  })

  it('says that the house wrote a reminder, and nobody of the team', async () => {
    show({ direction: 'outbound', author: { kind: 'system' }, body: 'Petit rappel : demain à 14 h 30', status: 'sent' })

    expect(await screen.findByText('Petit rappel : demain à 14 h 30')).toBeVisible()
    expect(screen.getByText('Message automatique')).toBeVisible()
    expect(screen.queryByText('Un collègue')).not.toBeInTheDocument()
  })

  it('says what it cannot show, and shows a button by its label', async () => {
    show({ kind: 'unsupported' }, { kind: 'button', button: { text: 'Confirmer', payload: 'x' } })

    expect(await screen.findByText('Message non pris en charge')).toBeVisible()
    expect(screen.getByText('Confirmer')).toBeVisible()
    expect(screen.getByText('Réponse par bouton')).toBeVisible()
  })
})
