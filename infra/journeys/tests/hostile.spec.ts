import { expect, test, type Page } from '@playwright/test'
import { FILE_NAMES, MARKUP, NAMES, VCARDS } from '../../../dashboard-gateway/ui/src/testing/hostile.ts'
import { signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { readStack, tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!
const WORDS = Object.values(MARKUP)

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.hacked=1"><script>parent.hacked=1</script></svg>`
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const HTML = `<!doctype html><script>parent.hacked=1; window.hacked=1</script><body onload="window.hacked=1">`

/**
 * Whatever tries to run leaves a trace: a variable, a dialog, a script error, a report of the security policy, or a request to
 * anywhere but our own addresses.
 */
async function tracesIn(page: Page): Promise<string[]> {
  const found: string[] = []
  const ours = [readStack().publicUrl, readStack().oidc.issuer].map((it) => new URL(it).origin)
  page.on('pageerror', (error) => found.push(`error: ${error}`))
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && !ours.includes(origin)) found.push(`request: ${request.url()}`)
  })
  await page.exposeFunction('tell', (what: string) => found.push(what))
  await page.addInitScript(() => {
    const { tell } = window as unknown as { tell(what: string): void }
    addEventListener('securitypolicyviolation', (it) => tell(`policy: ${it.violatedDirective} ${it.blockedURI}`))
    Object.defineProperty(window, 'hacked', { set: () => tell('it ran') })
  })
  return found
}

/** What of the page could be followed or loaded: only what we put there. */
async function expectHarmless(page: Page) {
  const strange = await page.evaluate(() => {
    const all = (selector: string, name: string) =>
      [...document.querySelectorAll(`article ${selector}`)].map((it) => it.getAttribute(name)!)
    return [
      ...all('[href]', 'href').filter((it) => !/^(\/(?!\/)|#|tel:\+?\d+$|https:\/\/www\.google\.com\/maps\/)/.test(it)),
      ...all('[src]', 'src').filter((it) => !it.startsWith('blob:')),
      ...[...document.querySelectorAll('article :is(iframe, object, embed, form[action], base, meta, script)')].map(
        (it) => it.outerHTML,
      ),
    ]
  })
  expect(strange).toEqual([])
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(isTooWide, 'nothing makes the page wider than the screen').toBe(false)
}

const open = (page: Page, conversation: string) => page.goto(`/dashboard/conversations/${conversation}`)

test('what does run is noticed', async ({ page }) => {
  const found = await tracesIn(page)
  await page.goto('about:blank')
  await page.setContent(MARKUP.image)
  await expect.poll(() => found).toContain('it ran')
})

test('hostile names and words are shown as words', async ({ page }) => {
  test.setTimeout(300_000)
  const sent: { conversation: string; body: string }[] = []
  for (const [i, name] of Object.values(NAMES).entries()) {
    const customer = await Phone.named(name, camelia.channel.address)
    const body = WORDS[i % WORDS.length]!
    const { webhook } = await customer.writes(body)
    expect(webhook, `a name such as ${name.slice(0, 40)} is no reason to refuse`).toMatchObject({ status: 200 })
    sent.push({ conversation: webhook.conversation!, body })
  }
  const found = await tracesIn(page)
  await signIn(page, sophie.email, sophie.password)

  await expectHarmless(page)
  for (const { conversation, body } of sent) {
    await open(page, conversation)
    await expect(page.locator('[data-message] p').first()).toHaveText(body)
    await expectHarmless(page)
  }
  expect(found).toEqual([])
})

test('hostile files are cards and files, and are kept, not opened', async ({ page }) => {
  test.setTimeout(240_000)
  const mallory = await Phone.of('Mallory', camelia.channel.address)
  const { webhook } = await mallory.sends({ contentType: 'text/html', bytes: Buffer.from(HTML) }, { type: 'document' })
  for (const card of Object.values(VCARDS)) {
    await mallory.sends({ contentType: 'text/vcard', bytes: Buffer.from(card.slice(0, 100_000)) })
  }
  for (const name of Object.values(FILE_NAMES)) {
    // WhatsApp's only word for a document's name is the text beside it.
    await mallory.sends({ contentType: 'application/pdf', bytes: PDF }, { body: name.slice(0, 1_600) })
  }
  await mallory.sends({ contentType: 'image/svg+xml', bytes: Buffer.from(SVG) })
  await mallory.sends({ contentType: 'image/png', bytes: Buffer.from(HTML) }, { body: 'Une photo' })
  const found = await tracesIn(page)
  await signIn(page, sophie.email, sophie.password)

  await open(page, webhook.conversation!)
  await expect(page.getByText('Une photo')).toBeVisible()
  await expect(page.locator('[data-attachment="pending"]')).toHaveCount(0, { timeout: 90_000 })
  await expectHarmless(page)
  const files = page.getByRole('button', { name: /^Télécharger/ })
  await expect(files.first()).toBeVisible()
  for (const file of (await files.all()).slice(-4)) {
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
    expect(download.suggestedFilename()).not.toMatch(/[\u202a-\u202e\u2066-\u2069/\\"'<>]/)
  }
  expect(page.context().pages(), 'nothing was opened').toHaveLength(1)
  expect(found).toEqual([])
})

test('a file is shown to nobody without a token, and can run nothing with one', async ({ page, request }) => {
  const mallory = await Phone.of('Mallory', camelia.channel.address)
  const { webhook } = await mallory.sends({ contentType: 'application/pdf', bytes: PDF }, { type: 'document' })
  await signIn(page, sophie.email, sophie.password)
  await open(page, webhook.conversation!)
  const file = page.getByRole('button', { name: /^Télécharger/ })
  await expect(file).toBeVisible({ timeout: 60_000 })
  const [answer] = await Promise.all([page.waitForResponse(/\/attachments\/0$/), file.click()])

  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  expect((await request.get(answer.url())).status()).toBe(401)
})
