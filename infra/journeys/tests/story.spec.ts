import { expect, test } from '@playwright/test'
import { faultsOf, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { readStack, tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

test('a customer is answered from the FAQ, and the owner takes over and hands back', async ({ page }, { project }) => {
  const marie = await Phone.of(`Marie ${project.name}`, camelia.channel.address)
  const zoe = await Phone.of(`Zoé ${project.name}`, camelia.channel.address)
  const thread = page.getByRole('article', { name: `Conversation avec ${marie.name}` }).getByRole('list')
  const faults = faultsOf(page)
  await signIn(page, sophie.email, sophie.password)

  await test.step('the conversation comes to the top by itself', async () => {
    await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
    const row = page.getByRole('link', { name: new RegExp(marie.name) })
    await expect(row).toBeVisible()
    await expect(page.getByRole('link', { name: /Marie|Zoé|Karim/ }).first()).toContainText(marie.name)
    await marie.receives(/samedi de 9h à 17h/)
    await expect(row).toContainText('samedi de 9h à 17h')
  })

  await test.step('opened, it shows who said what', async () => {
    await page.getByRole('link', { name: new RegExp(marie.name) }).click()
    await expect(thread.getByText('Bonjour, vous ouvrez à quelle heure le samedi ?')).toBeVisible()
    await expect(thread.getByText(/samedi de 9h à 17h/)).toBeVisible()
    await expect(thread.getByText('Assistant').first()).toBeVisible()
    await expect(thread.getByText(/FAQ\s: Quels sont vos horaires/)).toBeVisible()
  })

  await test.step('the owner takes over and writes, and the phone receives it', async () => {
    await page.getByRole('button', { name: 'Prendre la main' }).click()
    await expect(page.getByRole('button', { name: /Rendre à l.assistant/ })).toBeVisible()
    await page.getByRole('textbox', { name: /message/i }).fill('Bonjour, c’est Sophie. Je regarde tout de suite.')
    await page.getByRole('button', { name: /envoyer/i }).click()
    await expect(thread.getByText('Bonjour, c’est Sophie.')).toBeVisible()
    await marie.receives(/Bonjour, c’est Sophie/)
  })

  await test.step('the assistant stays silent while a person leads', async () => {
    await marie.writes('Où puis-je me garer ?')
    await expect(thread.getByText('Où puis-je me garer ?')).toBeVisible()
    // Zoé wrote after Marie and is answered: had the assistant wanted to answer Marie, it would have done so before.
    await zoe.writes('Où puis-je me garer ?')
    await zoe.receives(/zone bleue/)
    expect((await marie.received()).map((it) => it.body).join()).not.toMatch(/zone bleue/)
  })

  await test.step('handed back, it answers again', async () => {
    await page.getByRole('button', { name: /Rendre à l.assistant/ }).click()
    await expect(page.getByRole('button', { name: 'Prendre la main' })).toBeVisible()
    await marie.writes('Proposez-vous des cartes cadeaux ?')
    await marie.receives(/à partir de 20 €/)
    await expect(thread.getByText(/à partir de 20 €/)).toBeVisible()
  })

  expect(faults, 'nothing went wrong in the browser, and the Content-Security-Policy refused nothing').toEqual([])
})

test('a question that no FAQ settles is handed to a person, and the list says so', async ({ page }, { project }) => {
  const karim = await Phone.of(`Karim ${project.name}`, camelia.channel.address)
  await signIn(page, sophie.email, sophie.password)

  await karim.writes('Vous réparez aussi les vélos électriques ?')

  const row = page.getByRole('link', { name: new RegExp(karim.name) })
  await expect(row).toContainText('Attend une personne')
  await karim.receives(/./)
})

test('on the simulated phone: the ticks, then "écrit…", then the answer', async ({ page }) => {
  await page.goto(readStack().twilio.url)
  const phone = page.locator('[data-phone="whatsapp:+33639980012"]')
  await page.getByRole('button', { name: /Marie/ }).or(phone).first().click()

  await phone.getByRole('textbox').fill('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await phone.getByRole('textbox').press('Enter')

  await expect(phone.locator('.bubble.mine').last()).toContainText('à quelle heure le samedi')
  await expect(phone.locator('.chat-state')).toContainText('écrit')
  await expect(phone.locator('.bubble.theirs').last()).toContainText('samedi de 9h à 17h')
  await expect(phone.locator('.bubble.mine').last()).toHaveAttribute('data-progress', 'read')
  await expect(phone.locator('.chat-state')).toContainText('en ligne')
})
