import { expect, test } from '@playwright/test'
import { faultsOf, signIn } from '../support/manager.ts'
import { tenantNamed } from '../support/stack.ts'

const { users } = tenantNamed('Institut Camélia')
const sophie = users.find((it) => it.role === 'owner')!

const PAGES = [
  'conversations',
  'agenda',
  'agenda?view=week',
  'agenda?view=list',
  'faqs',
  'faqs/questions',
  'settings',
  'settings/hours',
  'settings/services',
  'settings/privacy',
  'settings/audit',
]

/** Each page scrolls within its frame: were the document taller, the whole app would slide away under a thumb. */
test('no page is larger than the screen', async ({ page }) => {
  const faults = faultsOf(page)
  await signIn(page, sophie.email, sophie.password)

  for (const path of PAGES) {
    await page.goto(`/dashboard/${path}`)
    await expect(page.getByRole('heading').first()).toBeVisible()
    const excess = () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth - innerWidth, scrollHeight - innerHeight]
      })
    await expect.poll(excess, { message: path }).toEqual([0, 0])
  }
  expect(faults).toEqual([])
})
