import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { faultsOf, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const lea = camelia.users.find((it) => it.role === 'agent')!
const sophie = camelia.users.find((it) => it.role === 'owner')!

test('a visit agreed on the phone is entered, moved and cancelled, and its customer is told', async ({ page }, {
  project,
}) => {
  const faults = faultsOf(page)
  const name = `Nadège ${project.name}`
  const nadege = await Phone.of(name, camelia.channel.address)
  await nadege.writes('Bonjour, proposez-vous des cartes cadeaux ?')
  await nadege.receives(/20 €/)
  await signIn(page, lea.email, lea.password)
  await page.getByRole('link', { name: 'Agenda', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Agenda' })).toBeVisible()
  const day = workday(project.name === 'desk' ? 30 : 37)

  await test.step('somebody of the team enters it', async () => {
    await page.getByRole('button', { name: 'Nouveau rendez-vous' }).click()
    const form = page.getByRole('dialog', { name: 'Nouveau rendez-vous' })
    await form.getByLabel('Nom du client').fill(name)
    await form.getByLabel(/^Téléphone/).fill(nadege.address.replace('whatsapp:', ''))
    await form.locator('label').filter({ hasText: 'Soin du visage' }).first().click()
    await form.getByLabel('Jour', { exact: true }).fill(day)
    await form.getByLabel('Heure', { exact: true }).fill('03:00')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(form.getByText("C'est en dehors des horaires d'ouverture.").first()).toBeVisible()
    await form.getByLabel('Heure', { exact: true }).fill('10:00')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText('Le rendez-vous est enregistré. Le client est prévenu sur WhatsApp.')).toBeVisible()
    await nadege.receives(/10 h/)
  })

  await test.step('it stands in the agenda of that day', async () => {
    await page.goto(`/dashboard/agenda?day=${day}`)
    await expect(page.getByRole('button', { name: new RegExp(`Rendez-vous de ${name}, .*de 10:00 à`) })).toBeVisible()
  })

  await test.step('it is moved, and then cancelled', async () => {
    await page.getByRole('button', { name: new RegExp(`Rendez-vous de ${name}`) }).click()
    await page.getByRole('button', { name: 'Déplacer' }).click()
    const dialog = page.getByRole('dialog', { name: 'Déplacer le rendez-vous' })
    await dialog.getByLabel('Heure', { exact: true }).fill('11:00')
    await dialog.getByRole('button', { name: 'Déplacer', exact: true }).click()
    await expect(page.getByText('Le rendez-vous est déplacé. Le client est prévenu sur WhatsApp.')).toBeVisible()
    await nadege.receives(/11 h/)

    await page.getByRole('button', { name: new RegExp(`Rendez-vous de ${name}, .*de 11:00 à`) }).click()
    await page.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
    const cancelling = page.getByRole('dialog', { name: 'Annuler ce rendez-vous ?' })
    await cancelling.getByLabel(/Motif/).fill('Léa est malade')
    await cancelling.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
    await expect(page.getByText('Le rendez-vous est annulé. Le client est prévenu sur WhatsApp.')).toBeVisible()
    await nadege.receives(/Léa est malade/)
    await expect(page.getByRole('button', { name: new RegExp(`Rendez-vous de ${name}`) })).toHaveCount(0)
  })

  expect(faults).toEqual([])
})

test('what stands in a calendar elsewhere cannot be booked here', async ({ page }, { project }) => {
  const faults = faultsOf(page)
  const day = workday(project.name === 'desk' ? 44 : 51)
  const elsewhere = createServer((_, answer) => answer.setHeader('Content-Type', 'text/calendar').end(dentist(day)))
  await new Promise<void>((listening) => elsewhere.listen(0, 'localhost', listening))
  const { port } = elsewhere.address() as AddressInfo
  const name = `Google ${project.name}`
  await signIn(page, sophie.email, sophie.password)
  await page.goto('/dashboard/settings')

  await test.step('the owner pastes its address', async () => {
    await page.getByRole('button', { name: 'Relier un agenda' }).click()
    const form = page.getByRole('dialog', { name: 'Relier un agenda' })
    await form.getByLabel('Nom').fill(name)
    await form.getByLabel('Adresse iCal').fill(`http://localhost:${String(port)}/agenda.ics`)
    await form.getByRole('button', { name: 'Relier', exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('1 plage occupée à venir')
  })

  await test.step('it shows in the agenda, and its time is refused', async () => {
    await page.goto(`/dashboard/agenda?day=${day}`)
    await expect(page.getByRole('note', { name: new RegExp(`${name}, .*de 10:00 à 11:00`) })).toBeVisible()
    await page.getByRole('button', { name: 'Nouveau rendez-vous' }).click()
    const form = page.getByRole('dialog', { name: 'Nouveau rendez-vous' })
    await form.getByLabel('Nom du client').fill('Camille')
    await form.locator('label').filter({ hasText: 'Soin du visage' }).first().click()
    await form.getByLabel('Jour', { exact: true }).fill(day)
    await form.getByLabel('Heure', { exact: true }).fill('10:15')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(form.getByText(/déjà pris/).first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('once it is removed the time is free', async () => {
    await page.goto('/dashboard/settings')
    await page.getByRole('button', { name: `Retirer ${name}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: name })).toHaveCount(0)
    await page.goto(`/dashboard/agenda?day=${day}`)
    await expect(page.getByRole('heading', { name: 'Agenda' })).toBeVisible()
    await expect(page.getByRole('note')).toHaveCount(0)
  })

  elsewhere.close()
  expect(faults).toEqual([])
})

/** An hour in Paris that is somebody else's, as Google writes it. */
function dentist(day: string): string {
  const compact = day.replaceAll('-', '')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'BEGIN:VEVENT',
    'UID:dentist@google.com',
    'DTSTAMP:20261101T000000Z',
    `DTSTART;TZID=Europe/Paris:${compact}T100000`,
    `DTEND;TZID=Europe/Paris:${compact}T110000`,
    'SUMMARY:Dentiste',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** A Wednesday about so many days from now that is no public holiday of France, as `2026-12-23`. */
function workday(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000)
  date.setUTCDate(date.getUTCDate() + ((3 - date.getUTCDay() + 7) % 7))
  const day = date.toISOString().slice(0, 10)
  return /-(01-01|05-01|05-08|07-14|08-15|11-01|11-11|12-25)$/.test(day) ? workday(days + 7) : day
}
