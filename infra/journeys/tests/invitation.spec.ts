import { expect, test } from '@playwright/test'
import { faultsOf, signIn, signUp } from '../support/manager.ts'
import { tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

test('an owner invites a colleague, who joins, and ends the membership', async ({ page, browser }, { project }) => {
  const email = `ines.${project.name}.${Date.now()}@camelia.example`
  const name = `Inès ${project.name}`
  const faults = faultsOf(page)
  await signIn(page, sophie.email, sophie.password)
  await page.getByRole('link', { name: 'Réglages' }).click()
  const team = page.getByRole('region', { name: 'Équipe' })

  await test.step('the owner invites an address, and has a link to pass on', async () => {
    await team.getByLabel('Adresse e-mail').fill(email)
    await team.getByRole('button', { name: 'Inviter' }).click()
    await expect(team.getByText('/onboarding/invitation')).toBeVisible()
    await expect(team.getByRole('list', { name: 'Invitations en attente' })).toContainText(email)
  })

  const context = await browser.newContext(project.use)
  const theirs = await context.newPage()
  await test.step('who signs up with that address is expected, and joins', async () => {
    await signUp(theirs, name, email)
    await expect(theirs.getByRole('heading', { name: 'On vous attend' })).toBeVisible()
    await expect(theirs.getByText('Institut Camélia')).toBeVisible()
    await theirs.getByRole('button', { name: 'Rejoindre' }).click()
    await expect(theirs.getByRole('heading', { name: 'Conversations' })).toBeVisible()
  })

  await test.step('as one of the team they see the settings and change none', async () => {
    await theirs.getByRole('link', { name: 'Réglages' }).click()
    await expect(theirs.getByText('Seuls les gérants peuvent modifier ces réglages.')).toBeVisible()
    await expect(theirs.getByRole('list', { name: 'Membres de l’équipe' })).toContainText(name)
    await expect(theirs.getByRole('button', { name: 'Inviter' })).toBeHidden()
  })

  await test.step('the owner sees them in the team, and removes them', async () => {
    await page.reload()
    const members = team.getByRole('list', { name: 'Membres de l’équipe' })
    await expect(members).toContainText(name)
    await expect(team.getByText(email)).toHaveCount(1)
    await team.getByRole('button', { name: `Retirer ${name} de l’équipe` }).click()
    await page.getByRole('button', { name: 'Retirer de l’équipe', exact: true }).click()
    await expect(members).not.toContainText(name)
  })

  await test.step('who was removed sees nothing of the workspace any more', async () => {
    await theirs.goto('/dashboard/conversations')
    await expect(theirs.getByRole('heading', { name: /Bienvenue/ })).toBeVisible()
    await context.close()
  })

  expect(faults).toEqual([])
})
