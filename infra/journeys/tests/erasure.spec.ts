import { expect, test } from '@playwright/test'
import { faultsOf, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { readStack, tenantNamed, tokenOf } from '../support/stack.ts'
import { Traces } from '../support/traces.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!
const lea = camelia.users.find((it) => it.role === 'agent')!

const SECRET = 'Ma peau réagit au monoï'
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a customer is erased from every table and file, and stays so after a replay', async ({ page, browser }) => {
  test.setTimeout(240_000)
  const faults = faultsOf(page)
  const traces = new Traces()
  const marie = await Phone.of('Marie à effacer', camelia.channel.address)
  const digits = marie.address.replace(/\D/g, '')
  const { webhook } = await marie.writes(`${SECRET}. Vous ouvrez à quelle heure le samedi ?`)
  const conversation = webhook.conversation!
  await marie.receives(/samedi/)
  await marie.sends({ contentType: 'image/png', bytes: PHOTO })
  const words = [digits, marie.name, SECRET, conversation]

  let messages: string[] = []
  await test.step('while she is a customer, she is in many tables and in a file', async () => {
    await expect.poll(() => traces.messagesOf(conversation).then((it) => it.length)).toBeGreaterThanOrEqual(3)
    messages = await traces.messagesOf(conversation)
    await expect.poll(() => traces.filesOf(messages).length, { timeout: 60_000 }).toBeGreaterThan(0)
    expect(await traces.tablesWith(words)).toEqual(
      expect.arrayContaining([
        'ai_router.heard',
        'conversation.contact',
        'conversation.message',
        'notification.correspondent',
        'notification.message',
      ]),
    )
  })

  await test.step('an agent has no way to erase her', async () => {
    const context = await browser.newContext()
    const theirs = await context.newPage()
    await signIn(theirs, lea.email, lea.password)
    await theirs.goto(`/dashboard/conversations/${conversation}`)
    await expect(theirs.getByRole('heading', { name: marie.name })).toBeVisible()
    await expect(theirs.getByRole('button', { name: 'Données du client' })).toHaveCount(0)
    await context.close()
  })

  await test.step('an owner exports what is held on her, and erases her', async () => {
    await signIn(page, sophie.email, sophie.password)
    await page.goto(`/dashboard/conversations/${conversation}`)
    await page.getByRole('button', { name: 'Données du client' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Exporter les données' }).click()
    expect((await download).suggestedFilename()).toBe('donnees-client.zip')
    await page.getByLabel('Motif (facultatif)').fill('Demande reçue par courrier')
    await page.getByText('J’ai compris que rien ne pourra faire revenir ces données.').click()
    await page.getByRole('button', { name: 'Effacer définitivement' }).click()
  })

  await test.step('the receipt fills until every service has forgotten her', async () => {
    await expect(page.getByRole('heading', { name: 'Reçu d’effacement' })).toBeVisible()
    await expect(page.getByText('Tout est effacé.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Demande reçue par courrier')).toBeVisible()
    await expect(page.getByText('whatsapp.inbound.v1')).toBeVisible()
  })

  await test.step('she is in no table and no file', async () => {
    await expect.poll(() => traces.tablesWith(words), { timeout: 30_000 }).toEqual([])
    await expect.poll(() => traces.filesOf(messages)).toEqual([])
  })

  await test.step('what Twilio still lists is not brought back', async () => {
    await traces.forgetThatTheyCame(messages)
    await compare()
    expect(await traces.tablesWith(words)).toEqual([])
  })

  await test.step('and when it is, the services skip it', async () => {
    await traces.forgetThatTheyCame(messages)
    await traces.forgetThatSendingForgot(conversation)
    await compare()
    // Karim wrote after they were brought and is answered: had anybody wanted to take them up, it would have been before.
    const karim = await Phone.of('Karim après', camelia.channel.address)
    await karim.writes('Bonjour, proposez-vous des cartes cadeaux ?')
    await karim.receives(/20 €/)
    const left = (await traces.tablesWith(words)).filter((it) => !it.startsWith('notification.'))
    expect(left).toEqual([])
  })

  await test.step('the register says that somebody was erased, and not who', async () => {
    await page.goto('/dashboard/settings/privacy')
    const register = page.getByRole('region', { name: 'Registre des consultations' })
    await expect(register.getByText('Client effacé').first()).toBeVisible()
    await expect(register).not.toContainText(marie.name)
  })

  await test.step('who writes again is a new customer', async () => {
    await marie.writes('Bonjour, proposez-vous des cartes cadeaux ?')
    await marie.receives(/20 €/)
    await page.goto(`/dashboard/conversations/${conversation}`)
    await expect(page.getByRole('article')).toContainText('cartes cadeaux')
    await expect(page.getByRole('article')).not.toContainText('monoï')
  })

  await traces.close()
  expect(faults).toEqual([])
})

/** Has Twilio's list compared with what was received, and waits until that is done. */
async function compare(): Promise<void> {
  const headers = {
    Authorization: `Bearer ${tokenOf(sophie.email)}`,
    'X-Accueil-Workspace': camelia.id,
    'Content-Type': 'application/json',
  }
  const { publicUrl } = readStack()
  const checkedAt = async () => {
    const answer = await fetch(`${publicUrl}/api/channels`, { headers })
    const { items } = (await answer.json()) as { items: { id: string; reconciliation: { checkedAt?: string } }[] }
    return items.find((it) => it.id === camelia.channel.id)?.reconciliation.checkedAt
  }
  const before = await checkedAt()
  // What is young may still come by its webhook: only then is it missing.
  await new Promise((done) => setTimeout(done, 25_000))
  const asked = await fetch(`${publicUrl}/api/channels/${camelia.channel.id}/reconciliation`, {
    method: 'POST',
    headers,
    body: '{}',
  })
  expect(asked.ok).toBe(true)
  await expect.poll(checkedAt, { timeout: 60_000 }).not.toBe(before)
}
