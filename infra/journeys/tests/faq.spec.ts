import { expect, test } from '@playwright/test'
import { faultsOf, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

/** Each project has its own, since both ask the same business. */
const UNKNOWN: Record<string, { asked: string; answer: string; imported: string }> = {
  desk: {
    asked: 'Faites-vous des tatouages au henné ?',
    answer: 'Oui, au henné naturel, à partir de 15 €.',
    imported: 'Prêtez-vous des peignoirs ?',
  },
  phone: {
    asked: 'Vendez-vous des huiles essentielles ?',
    answer: 'Oui, une petite sélection à l’accueil de l’institut.',
    imported: 'Avez-vous des vestiaires ?',
  },
}

test('a file is corrected and imported, and a question left open is answered for good', async ({ page }, {
  project,
}) => {
  test.setTimeout(90_000)
  const { asked, answer, imported } = UNKNOWN[project.name]!
  const faults = faultsOf(page)
  await signIn(page, sophie.email, sophie.password)
  await page.getByRole('link', { name: 'FAQ', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Questions fréquentes' })).toBeVisible()

  await test.step('a file with an error is shown line by line, and saves nothing', async () => {
    await page.getByRole('button', { name: 'Importer un fichier' }).click()
    await choose(page, `question;réponse;catégorie\n${imported};;Infos pratiques\n`)
    await expect(page.getByRole('alert')).toContainText('Une ligne est à corriger')
    await expect(page.getByRole('list', { name: 'Lignes du fichier' })).toContainText(imported)
    await expect(page.getByRole('button', { name: /^Importer 1/ })).toHaveCount(0)
  })

  await test.step('corrected, as Excel saves it, it is imported', async () => {
    await choose(page, `question;réponse;catégorie\r\n${imported};Oui, bien sûr.;Infos pratiques\r\n`, 'latin1')
    await page.getByRole('button', { name: 'Importer 1 question' }).click()
    await expect(page.getByText('1 question ajoutée. L’assistant s’en sert dès maintenant.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Infos pratiques' })).toContainText(imported)
  })

  const marie = await Phone.of(`Marie ${project.name} FAQ`, camelia.channel.address)
  await test.step('what the assistant cannot answer is left open', async () => {
    await marie.writes(asked)
    await page.getByRole('link', { name: /sans réponse/ }).click()
    await expect(page.getByRole('heading', { name: asked })).toBeVisible()
  })

  await test.step('the owner writes the answer, and sees what would change', async () => {
    await page.getByRole('button', { name: `Écrire la réponse à « ${asked} »` }).click()
    await page.getByRole('textbox', { name: 'Réponse' }).fill(answer)
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(page.getByText(/réponses? changerai/)).toBeVisible()
    await page.getByRole('button', { name: 'Enregistrer quand même' }).click()
    await expect(page.getByRole('heading', { name: asked })).toHaveCount(0)
  })

  await test.step('who asks next is answered', async () => {
    const karim = await Phone.of(`Karim ${project.name} FAQ`, camelia.channel.address)
    await karim.writes(asked)
    await karim.receives(new RegExp(answer.slice(0, 20)))
  })

  await test.step('what is deleted is gone', async () => {
    await page.getByRole('link', { name: 'FAQ', exact: true }).first().click()
    for (const question of [asked, imported]) {
      await page.getByRole('button', { name: `Supprimer « ${question} »` }).click()
      await page.getByRole('button', { name: 'Supprimer', exact: true }).click()
      await expect(page.getByRole('heading', { name: question })).toHaveCount(0)
    }
  })

  expect(faults).toEqual([])
})

async function choose(page: import('@playwright/test').Page, text: string, encoding: BufferEncoding = 'utf8') {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'questions.csv', mimeType: 'text/csv', buffer: Buffer.from(text, encoding) })
}
