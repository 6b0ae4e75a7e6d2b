import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InboxList } from '../inbox/inbox-list'
import { ChannelsSection } from '../channels/channels-section'
import { SettingsPage } from '../settings/settings-page'
import { FakeApi, file, json } from '../testing/fake-api'
import { aConversation, aMessage, SOPHIE } from '../testing/fixtures'
import { ADDRESSES, FILE_NAMES, MARKUP, NAMES, VCARDS } from '../testing/hostile'
import { bringEverythingNear, countAddresses } from '../testing/near'
import { renderPart } from '../testing/render-app'
import { ConversationPage } from './conversation-page'

const everything = { ...NAMES, ...ADDRESSES }

/** Everything that a page of ours never has; a tag that came from outside would be one of them. */
function expectNothingForeign(): void {
  expect(
    document.querySelectorAll(
      'script, iframe, object, embed, base, meta, form[action], link, style:not([data-mantine-styles])',
    ),
  ).toHaveLength(0)
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/)
      if (name === 'src') expect(value).toMatch(/^blob:/)
      if (name === 'href') expect(value).toMatch(/^(\/|#|tel:\+?\d+$|https:\/\/www\.google\.com\/maps\/)/)
    }
  for (const picture of document.querySelectorAll('img')) expect(picture.alt).not.toBe('')
  expect(window).not.toHaveProperty('hacked')
}

describe('what somebody says is never more than words', () => {
  let api: FakeApi

  beforeEach(() => {
    bringEverythingNear()
    countAddresses()
    api = new FakeApi()
  })

  afterEach(() => vi.unstubAllGlobals())

  it.each(Object.entries(everything))('everywhere in a conversation: %s', async (_, words) => {
    const customer = { name: words, phone: words, address: `whatsapp:${words}` }
    const more = { author: { kind: 'customer' as const, name: words }, at: '2026-11-22T11:00:00Z' }
    const messages = [
      aMessage({ ...more, id: 'text', body: words }),
      aMessage({
        ...more,
        id: 'rich',
        body: words,
        kind: 'location',
        forwarded: true,
        location: { latitude: words, longitude: words, label: words, address: words },
        referral: { type: words, headline: words, url: words, body: words },
        repliedTo: { message: 'text', author: { kind: 'person', person: 'x', name: words }, excerpt: words },
        attachments: [{ index: 0, contentType: words, state: 'ready', fileName: words }],
      }),
      aMessage({ ...more, id: 'button', body: '', kind: 'button', button: { text: words, payload: words } }),
      aMessage({
        id: 'answer',
        direction: 'outbound',
        author: { kind: 'assistant' },
        status: 'refused',
        failure: words,
        body: words,
        reasons: { engine: words, intent: words, faqQuestion: words, confidence: 0.4 },
      }),
    ]
    const marie = aConversation({ status: 'open', customer, leader: { kind: 'person', person: 'x', name: words } })
    api
      .on('GET', '/api/conversations/marie', () => json(marie))
      .on('GET', '/api/conversations/marie/messages', () => json({ items: messages }))
    renderPart(<ConversationPage id="marie" me={SOPHIE} />)

    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(4))
    expect(document.querySelector('[data-message=text] p')?.textContent).toBe(words)
    expectNothingForeign()
  })

  it.each(Object.entries(everything))('in the list: %s', async (_, words) => {
    const customer = { name: words, address: 'whatsapp:+33639980012', phone: '+33639980012' }
    const lastMessage = aMessage({ body: words, author: { kind: 'person', person: 'x', name: words } })
    api.on('GET', '/api/conversations', () => json({ items: [aConversation({ customer, lastMessage })] }))
    renderPart(<InboxList me={SOPHIE} />)

    const row = await screen.findByRole('link')
    expect(row.textContent.length).toBeLessThan(500)
    expectNothingForeign()
  })

  it.each(Object.entries(FILE_NAMES))('as the name of a file: %s', async (_, fileName) => {
    const attachments = [{ index: 0, contentType: 'application/pdf', state: 'ready' as const, fileName }]
    api
      .on('GET', '/api/conversations/marie', () => json(aConversation({ status: 'open' })))
      .on('GET', '/api/conversations/marie/messages', () =>
        json({ items: [aMessage({ kind: 'document', body: '', attachments })] }),
      )
    renderPart(<ConversationPage id="marie" me={SOPHIE} />)

    const button = await screen.findByRole('button', { name: /^Télécharger / })
    expect(button.textContent).not.toMatch(/[\u202a-\u202e/\\]/)
    expectNothingForeign()
  })

  it.each(Object.entries(VCARDS))('in a contact card: %s', async (_, card) => {
    const attachments = [{ index: 0, contentType: 'text/vcard', state: 'ready' as const }]
    api
      .on('GET', '/api/conversations/marie', () => json(aConversation({ status: 'open' })))
      .on('GET', '/api/conversations/marie/messages/message-1/attachments/0', () => file(card, 'text/vcard'))
      .on('GET', '/api/conversations/marie/messages', () =>
        json({ items: [aMessage({ kind: 'contact', body: '', attachments })] }),
      )
    renderPart(<ConversationPage id="marie" me={SOPHIE} />)

    await waitFor(() =>
      expect(
        screen.queryAllByRole('group', { name: 'Contact partagé' }).length +
          screen.queryAllByText(/fiche contact est vide/).length,
      ).toBeGreaterThan(0),
    )
    expectNothingForeign()
  })

  it.each(Object.entries(MARKUP))('in the ledger and the state of a number: %s', async (_, words) => {
    api
      .on('GET', '/api/channels', () =>
        json({
          items: [
            {
              id: 'channel',
              state: 'connected',
              address: words,
              accountSid: words,
              version: 1,
              senders: [{ address: words, name: words, isOnline: true }],
              checklist: [{ step: 'webhook', progress: 'wrong', sentence: words }],
              signature: { at: '2026-11-22T11:00:00Z', cause: 'UNKNOWN', count: 2, sentence: words },
              reconciliation: { state: 'red', sentence: words, problem: words },
            },
          ],
          webhookUrl: 'https://accueil.example/hook#rp=5xx',
        }),
      )
      .on('GET', '/api/opt-outs', () =>
        json({
          items: [
            {
              conversation: '../../evil',
              customer: { name: words, address: words },
              at: '2026-11-22T11:00:00Z',
              kind: 'stop',
              word: words,
              message: 'm',
            },
          ],
        }),
      )
    renderPart(<SettingsPage numbers={<ChannelsSection mayManage />} />)

    await screen.findByText('Arrêt')
    expect(await screen.findByRole('button', { name: 'Vérifier maintenant' })).toBeVisible()
    expectNothingForeign()
  })
})
