import { expect, test, type Page } from '@playwright/test'
import { faultsOf, signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

/** Each would call `window.stolen` if anything ran it, and names itself when it does. */
const HOSTILE = [
  '<img src=x onerror="stolen(1)">',
  '"><script>stolen(2)</script>',
  "'-stolen(3)-'",
  '<svg onload=stolen(4)>',
  'javascript:stolen(5)',
  '{{constructor.constructor("stolen(6)")()}}',
  '${stolen(7)}',
  '<iframe srcdoc="<script>parent.stolen(8)</script>">',
  '</textarea></style></title><script>stolen(9)</script>',
  '<a href="javascript:stolen(10)">Photo</a>',
  '\u202e<b onmouseover=stolen(11)>moc.elpmaxe\u202c',
  '<math><mtext><mglyph><style><img src=x onerror=stolen(12)>',
]

const VCARD = `BEGIN:VCARD
VERSION:3.0
FN:<img src=x onerror="stolen(20)">
N:<script>stolen(21)</script>;"><svg onload=stolen(22)>;;;
ORG:<iframe srcdoc="<script>parent.stolen(23)</script>">
TEL;TYPE=CELL:javascript:stolen(24)
EMAIL:javascript:stolen(25)
URL:javascript:stolen(26)
PHOTO;VALUE=uri:javascript:stolen(27)
NOTE:</script><script>stolen(28)</script>
END:VCARD
`

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.stolen(30)"><script>parent.stolen(31)</script></svg>`
const HTML = `<!doctype html><script>parent.stolen(32); top.stolen(33)</script><body onload="stolen(34)">`

/** Whatever tries to run leaves a trace: a call, a dialog, a script error, a request, or a report of the security policy. */
async function traces(page: Page): Promise<string[]> {
  const found = faultsOf(page)
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (/\/x$|stolen|^javascript:/.test(request.url())) found.push(`request: ${request.url()}`)
  })
  await page.exposeFunction('stolen', (which: number) => found.push(`ran: ${which}`))
  await page.exposeFunction('policyRefused', (what: string) => found.push(`policy: ${what}`))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      void (window as unknown as { policyRefused(what: string): void }).policyRefused(
        `${violatedDirective} ${blockedURI}`,
      )
    })
  })
  return found
}

test('the traces are seen: what does run is noticed', async ({ page }) => {
  const found = await traces(page)
  await page.setContent(HOSTILE[0]!)
  await expect.poll(() => found).toContain('ran: 1')
})

test('hostile names and words are shown as they are written, and nothing of them runs', async ({ page }) => {
  test.setTimeout(240_000)
  const found = await traces(page)
  const names = HOSTILE.map((it, i) => `${it} ${Date.now() % 100_000}${i}`)
  const customers: Phone[] = []
  for (const name of names) customers.push(await Phone.named(name, camelia.channel.address))
  await signIn(page, sophie.email, sophie.password)

  for (const [i, customer] of customers.entries()) await customer.writes(HOSTILE[i]!)

  for (const [i, customer] of customers.entries()) {
    const row = page.getByRole('link').filter({ hasText: plain(customer.name) })
    await expect(row.first(), `the list shows ${customer.name} as words`).toBeVisible()
    await row.first().click()
    const thread = page.getByRole('article').getByRole('list')
    await expect(thread.getByText(plain(HOSTILE[i]!)).first()).toBeVisible()
    await thread.getByText(plain(HOSTILE[i]!)).first().hover()
  }
  expect(found).toEqual([])
})

test('hostile files are cards and files, and nothing of them runs', async ({ page }) => {
  const found = await traces(page)
  const mallory = await Phone.of('Mallory', camelia.channel.address)
  await signIn(page, sophie.email, sophie.password)

  await mallory.sends({ contentType: 'text/vcard', bytes: Buffer.from(VCARD) })
  await mallory.sends({ contentType: 'image/svg+xml', bytes: Buffer.from(SVG) }, { body: '<svg onload=stolen(40)>' })
  await mallory.sends({ contentType: 'text/html', bytes: Buffer.from(HTML) }, { type: 'document' })
  await mallory.sends({ contentType: 'image/png', bytes: Buffer.from(HTML) }, { body: 'Une photo' })

  await page
    .getByRole('link', { name: new RegExp(mallory.name) })
    .first()
    .click()
  const thread = page.getByRole('article', { name: `Conversation avec ${mallory.name}` })
  const card = thread.getByRole('group', { name: 'Contact partagé' })
  await expect(card).toContainText('<img src=x onerror="stolen(20)">')
  await expect(card.getByRole('link')).toHaveCount(0)
  await expect(thread.getByText('<svg onload=stolen(40)>')).toBeVisible()
  await expect(thread.locator('[data-attachment="pending"]')).toHaveCount(0, { timeout: 60_000 })
  for (const file of await thread.getByRole('button', { name: /^Télécharger/ }).all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
    expect(download.suggestedFilename()).not.toMatch(/[<>/\\]/)
  }
  expect(page.context().pages(), 'nothing was opened').toHaveLength(1)
  expect(found).toEqual([])
})

/** What is left of words once a screen has taken out what turns the direction of reading. */
function plain(words: string): string {
  return words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
