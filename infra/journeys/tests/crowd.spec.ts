import { expect, test } from '@playwright/test'
import { expectAnsweredOnce } from '../support/answered.ts'
import { Desk } from '../support/desk.ts'
import { signIn } from '../support/manager.ts'
import { ledger, Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!
const desk = new Desk(sophie.email, camelia.id)

/** Questions that the FAQ settles: the assistant keeps leading. */
const QUESTIONS = [
  'Bonjour, vous ouvrez à quelle heure le samedi ?',
  'Où puis-je me garer ?',
  'Proposez-vous des cartes cadeaux ?',
  'Quels moyens de paiement acceptez-vous ?',
  'Recevez-vous les hommes ?',
]

const question = (i: number) => QUESTIONS[i % QUESTIONS.length]!

test('100 messages in a row from 10 customers: no 5xx, each answered once, in its own conversation, in order', async () => {
  test.setTimeout(300_000)
  const phones = await Promise.all(Array.from({ length: 10 }, (_, i) => Phone.of(`Cent ${i}`, camelia.channel.address)))
  const conversations = new Map<Phone, string>()
  const written = new Map<Phone, string[]>(phones.map((it) => [it, []]))

  for (let round = 0; round < 10; round++) {
    for (const [i, phone] of phones.entries()) {
      const text = question(round + i)
      const { webhook } = await phone.writes(text)
      expect(webhook).toMatchObject({ delivered: true, status: 200, attempts: 1 })
      const known = conversations.get(phone)
      if (known) expect(webhook.conversation).toBe(known)
      conversations.set(phone, webhook.conversation!)
      written.get(phone)!.push(text)
    }
  }

  expect(new Set(conversations.values()).size).toBe(10)
  for (const phone of phones) {
    await expectAnsweredOnce(desk, phone, conversations.get(phone)!, written.get(phone)!)
  }
})

test('30 customers at once: each shown in the list without reload, each answered once', async ({ page }) => {
  test.setTimeout(300_000)
  const { next } = await ledger('phone-added')
  const phones = await Promise.all(
    Array.from({ length: 30 }, (_, i) => Phone.of(`Foule ${i}`, camelia.channel.address)),
  )
  await signIn(page, sophie.email, sophie.password)
  let navigations = 0
  page.on('framenavigated', () => navigations++)

  const sent = await Promise.all(phones.map((phone, i) => phone.writes(question(i))))

  for (const { webhook } of sent) expect(webhook).toMatchObject({ delivered: true, status: 200, attempts: 1 })
  expect(new Set(sent.map((it) => it.webhook.conversation)).size).toBe(30)
  for (const phone of phones) {
    await expect(page.getByRole('link', { name: phone.name })).toBeVisible()
  }
  expect(navigations).toBe(0)
  for (const [i, phone] of phones.entries()) {
    await expectAnsweredOnce(desk, phone, sent[i]!.webhook.conversation!, [question(i)])
  }
  const webhooks = (await ledger<{ attempt: { status?: number } }>('webhook-attempted', next)).items
  expect(webhooks.filter((it) => (it.data.attempt.status ?? 599) >= 500)).toEqual([])
})
