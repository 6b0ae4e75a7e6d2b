import { expect, test } from '@playwright/test'
import { openConversation, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'
import { fail, heal, postWebhook } from '../support/twilio.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

test.afterEach(heal)

test('what Twilio never posted is found again, answered, and said', async ({ page }) => {
  const marie = await Phone.of('Retrouvée Marie', camelia.channel.address)
  await signIn(page, sophie.email, sophie.password)
  // Twilio's list knows no names: hers is known from before.
  await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await marie.receives(/samedi de 9h à 17h/)
  await fail({ mode: 'webhooks-lost', accountSid: camelia.channel.accountSid })
  const { webhook } = await marie.writes('Où puis-je me garer ?')
  expect(webhook.delivered).toBe(false)
  await heal()

  await page.getByRole('link', { name: 'Réglages' }).click()
  const line = page.getByRole('group', { name: 'Messages reçus' })
  await line.getByRole('button', { name: 'Vérifier maintenant' }).click()

  await marie.receives(/zone bleue/)
  await expect(line).toContainText('Tout est là')
  await page.getByRole('link', { name: 'Conversations' }).click()
  const thread = (await openConversation(page, marie.name)).getByRole('list')
  await expect(thread.getByText('Où puis-je me garer ?', { exact: true })).toBeVisible()
  await expect(thread.getByText('Message retrouvé')).toBeVisible()
})

test('wrong signatures are a fact under the settings, until a right one comes', async ({ page }) => {
  const marie = await Phone.of('Signature Marie', camelia.channel.address)
  await signIn(page, sophie.email, sophie.password)
  const fact = page.getByRole('group', { name: 'Twilio appelle, mais la signature ne correspond pas' })

  for (let i = 0; i < 3; i++) {
    const status = await postWebhook(camelia.channel, marie.address, 'Bonjour', 'ffffffffffffffffffffffffffffffff')
    expect(status).toBe(403)
  }
  await page.getByRole('link', { name: 'Réglages' }).click()
  await expect(async () => {
    await page.reload()
    await expect(fact).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(fact).toContainText('Que faire')

  await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await marie.receives(/samedi de 9h à 17h/)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('group', { name: 'Messages reçus' })).toBeVisible({ timeout: 5_000 })
    await expect(fact).toBeHidden({ timeout: 1_000 })
  }).toPass()
})
