import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { openConversation, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { ROOT, tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!
const HOUR = 3_600_000

const moveClock = (offset: string) => execFileSync(resolve(ROOT, 'infra/local/clock'), [offset], { stdio: 'inherit' })

test.afterEach(() => moveClock('reset'))

test('a day later free text is over, and a template goes out instead', async ({ page }) => {
  const marie = await Phone.of('Demain Marie', camelia.channel.address)
  await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await marie.receives(/samedi de 9h à 17h/)
  moveClock('+25h')
  await page.clock.install({ time: Date.now() + 25 * HOUR })
  await signIn(page, sophie.email, sophie.password)
  const thread = (await openConversation(page, marie.name)).getByRole('list')

  await expect(page.getByText('La réponse libre n’est plus possible')).toBeVisible()
  await page.getByRole('button', { name: 'Choisir un modèle' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('list', { name: 'Modèles approuvés' }).getByRole('button').first().click()
  const fields = dialog.getByRole('textbox')
  for (const field of await fields.all()) await field.fill('demain matin')
  await dialog.getByRole('button', { name: 'Envoyer' }).click()

  await expect(thread.getByText(/demain matin/)).toBeVisible()
  await marie.receives(/demain matin/)
})
