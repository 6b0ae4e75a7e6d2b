import { expect, test } from '@playwright/test'
import { faultsOf, openConversation, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'
import { fail, heal } from '../support/twilio.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

/** One red pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFAAH/q842iQAAAABJRU5ErkJggg==',
  'base64',
)

test.afterEach(heal)

test('a photo is on its way first, and then it is seen', async ({ page }) => {
  const marie = await Phone.of('Photo Marie', camelia.channel.address)
  const faults = faultsOf(page)
  await signIn(page, sophie.email, sophie.password)
  await marie.writes('Bonjour')
  const thread = (await openConversation(page, marie.name)).getByRole('list')
  // Twilio does not hand the file out yet: the text is there before.
  await fail({ mode: 'unavailable', endpoint: 'media', accountSid: camelia.channel.accountSid })

  await marie.sends({ contentType: 'image/png', bytes: PHOTO }, { body: 'Voici mes ongles' })

  await expect(thread.getByText('Voici mes ongles')).toBeVisible()
  await expect(thread.getByText(/pièce jointe en cours/i)).toBeVisible()
  await heal()
  const photo = thread.getByRole('img', { name: `Photo de ${marie.name}` })
  await expect(photo).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => photo.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBe(1)
  expect(faults, 'the picture comes by the token, and the Content-Security-Policy allows it').toEqual([])
})

test('STOP closes the composer, says so above the conversation, and START opens it again', async ({ page }) => {
  const marie = await Phone.of('Stop Marie', camelia.channel.address)
  await signIn(page, sophie.email, sophie.password)
  await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await marie.receives(/samedi de 9h à 17h/)
  const thread = (await openConversation(page, marie.name)).getByRole('list')
  const composer = page.getByRole('textbox', { name: /votre message/i })
  await expect(composer).toBeVisible()

  await test.step('one confirmation, and silence', async () => {
    await marie.writes('Arrêt !')
    await marie.receives(/vous ne recevrez plus de messages/)
    await expect(page.getByText(/ne souhaite plus recevoir de messages/)).toBeVisible()
    await expect(composer).toBeHidden()
    await marie.writes('stop')
    await expect(thread.getByText('stop', { exact: true })).toBeVisible()
  })

  await test.step('START opens it again', async () => {
    await marie.writes('START')
    await marie.receives(/vous recevrez de nouveau nos messages/)
    await expect(page.getByText(/ne souhaite plus recevoir de messages/)).toBeHidden()
    await expect(composer).toBeVisible()
    const confirmations = (await marie.received()).filter((it) => /ne recevrez plus/.test(it.body))
    expect(confirmations, 'confirmed once').toHaveLength(1)
  })
})

test('what Twilio refused is sent again by "Renvoyer", and arrives once', async ({ page }) => {
  const marie = await Phone.of('Renvoi Marie', camelia.channel.address)
  await signIn(page, sophie.email, sophie.password)
  await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await marie.receives(/samedi de 9h à 17h/)
  const thread = (await openConversation(page, marie.name)).getByRole('list')

  await fail({ mode: 'refused', code: 63024, count: 1, accountSid: camelia.channel.accountSid })
  await page.getByRole('textbox', { name: /votre message/i }).fill('Votre rendez-vous est bien noté.')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  const again = thread.getByRole('button', { name: 'Renvoyer' })
  await expect(again).toBeVisible()
  expect((await marie.received()).map((it) => it.body).join()).not.toContain('bien noté')
  await heal()

  await again.click()
  await marie.receives(/rendez-vous est bien noté/)
  await expect(again).toBeHidden()
  expect((await marie.received()).filter((it) => it.body.includes('bien noté'))).toHaveLength(1)
})
