import { expect, test } from '@playwright/test'
import { faultsOf, signUp } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { enterWebhook, openAccount } from '../support/twilio.ts'

test('a blank account goes through the wizard to an answered WhatsApp message', async ({ page }, { project }) => {
  const business = `Institut Jonquille ${project.name}`
  const faults = faultsOf(page)
  const next = page.getByRole('button', { name: 'Continuer' })
  const heading = (name: RegExp) => page.getByRole('heading', { name, level: 1 })
  await signUp(page, 'Inès Fournier', `ines.${project.name}.${Date.now()}@jonquille.example`)

  await test.step('who has no workspace comes to the wizard', async () => {
    await expect(heading(/Bienvenue/)).toBeVisible()
    await expect(page).toHaveURL(/\/onboarding$/)
  })

  await test.step('what is missing is said at its field', async () => {
    await next.click()
    await expect(page.getByLabel('Nom de l’établissement')).toBeFocused()
    await expect(page.getByText('Choisissez un métier.').first()).toBeVisible()
  })

  await test.step('the business: pressed twice, one workspace', async () => {
    await page.getByLabel('Nom de l’établissement').fill(business)
    await page.getByRole('radio', { name: /Beauté et bien-être/ }).check()
    await page.getByLabel('Numéro et rue').fill('12 rue des Lilas')
    await page.getByLabel('Code postal').fill('69003')
    await page.getByLabel('Ville').fill('Lyon')
    await next.dblclick()
    await expect(heading(/Quand êtes-vous ouvert/)).toBeVisible()
  })

  await test.step('the hours: a usual week is there, one day is moved and applied to the others', async () => {
    await page.getByLabel('Mardi, ouverture').selectOption({ label: '9h30' })
    await page.getByRole('button', { name: 'Appliquer les horaires du mardi aux autres jours ouverts' }).click()
    await expect(page.getByLabel('Vendredi, ouverture')).toHaveValue('09:30')
    await next.click()
    await expect(heading(/Que proposez-vous/)).toBeVisible()
  })

  await test.step('the services: reloaded in the middle, nothing is lost', async () => {
    const offers = page.getByRole('list', { name: 'Prestations' })
    await offers.getByRole('checkbox').first().check()
    await page.getByLabel(/^Prix : /).fill('42,50')
    await page.reload()
    await expect(heading(/Que proposez-vous/)).toBeVisible()
    await expect(page).toHaveURL(/\/onboarding\/services$/)
    await expect(offers.getByRole('checkbox').first()).toBeChecked()
    await expect(page.getByLabel(/^Prix : /)).toHaveValue('42,50')
    await next.click()
    await expect(heading(/Comment parle votre assistant/)).toBeVisible()
  })

  await test.step('going back shows what was saved, and changes nothing', async () => {
    await page.getByRole('button', { name: 'Retour' }).click()
    await expect(page.getByLabel(/^Prix : /)).toHaveValue('42,50')
    await page.goBack()
    await expect(heading(/Comment parle votre assistant/)).toBeVisible()
  })

  await test.step('the tone', async () => {
    await page.getByRole('textbox', { name: /Signature/ }).fill('Inès')
    await expect(page.getByRole('figure', { name: 'Exemple de conversation' })).toContainText('Inès')
    await next.click()
  })

  const account = await openAccount(business)
  const marie = await Phone.of(`Marie ${project.name}`, account.address)
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })

  await test.step('a token that Twilio refuses is said so, and corrected', async () => {
    await expect(page.getByRole('button', { name: 'Plus tard – essayer d’abord l’assistant' })).toBeVisible()
    await page.getByLabel('Account SID').fill(` ${account.accountSid} `)
    await page.getByLabel('Auth Token').fill('f'.repeat(32))
    await page.getByRole('button', { name: 'Vérifier chez Twilio' }).click()
    await expect(line('Le compte Twilio')).toContainText('Twilio refuse cet Account SID')
    await page.getByRole('button', { name: 'Corriger le compte' }).click()
    await page.getByLabel('Auth Token').fill(account.authToken)
    await page.getByRole('button', { name: 'Vérifier chez Twilio' }).click()
    await expect(line('Le numéro')).toContainText('Le numéro est en ligne')
  })

  await test.step('the address that was pasted into the console turns green by itself', async () => {
    const address = page.getByRole('code').or(page.locator('code'))
    await expect(address).toContainText('/api/webhooks/twilio#')
    await enterWebhook(account, (await address.textContent()) ?? '')
    await expect(line('L’adresse que Twilio appelle')).toContainText('Twilio appelle la bonne adresse')
  })

  await test.step('a message from a phone is answered, and every line is green', async () => {
    await marie.writes('Bonjour')
    await marie.receives(/./)
    await expect(page.getByRole('status').filter({ hasText: 'Votre numéro est relié' })).toBeVisible()
    await next.click()
  })

  await test.step('the ready FAQs are filled with what was said', async () => {
    const faqs = page.getByRole('list', { name: 'Questions fréquentes prêtes à l’emploi' })
    await expect(faqs).toContainText('12 rue des Lilas')
    await faqs.getByRole('switch').last().uncheck()
    await page.getByRole('button', { name: 'Enregistrer et essayer' }).click()
    await expect(heading(/Votre assistant est prêt/)).toBeVisible()
  })

  await test.step('the assistant answers from them', async () => {
    const talk = page.getByRole('log')
    // What was saved a moment ago is on its way to the assistant.
    await expect(async () => {
      await page.getByLabel('Votre question').fill('Où êtes-vous situés ?')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await expect(talk).toContainText('12 rue des Lilas', { timeout: 5_000 })
    }).toPass()
    await expect(talk).toContainText('D’après')
  })

  await test.step('so is a customer, on the phone', async () => {
    await marie.writes('Où êtes-vous situés ?')
    await marie.receives(/12 rue des Lilas/)
  })

  await test.step('the dashboard is reached, and nothing calls back to the wizard', async () => {
    await page.getByRole('button', { name: 'Aller au tableau de bord' }).click()
    await expect(page.getByRole('heading', { name: 'Conversations' })).toBeVisible()
    await expect(page).toHaveURL(/\/dashboard\/conversations$/)
    await expect(page.getByRole('link', { name: /Terminer la configuration/ })).toBeHidden()
    await page.getByRole('link', { name: 'Réglages' }).click()
    await expect(page.getByLabel('Nom de l’établissement')).toHaveValue(business)
  })

  await test.step('it is the only workspace', async () => {
    await page.getByRole('button', { name: /Votre compte/ }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expect(page.getByRole('menuitem', { name: /Institut Jonquille/ })).toHaveCount(0)
  })

  expect(faults, 'nothing went wrong in the browser, and the Content-Security-Policy refused nothing').toEqual([])
})
