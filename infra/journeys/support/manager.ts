import { expect, type Page } from '@playwright/test'

/** Signs in through the real provider, as a person does. */
export async function signIn(page: Page, email: string, password: string, path = '/dashboard/conversations') {
  await page.goto(path)
  await page.getByLabel(/e-mail/i).fill(email)
  await page.getByLabel(/mot de passe/i).fill(password)
  await page.getByRole('button', { name: /se connecter/i }).click()
  await expect(page.getByRole('heading', { name: 'Conversations' })).toBeVisible()
}

/** A blank account, made at the provider's own page on the way to the dashboard. */
export async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/dashboard/')
  await page.getByRole('link', { name: 'Créer un compte' }).click()
  await page.getByLabel('Votre nom').fill(name)
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').fill('une phrase assez longue')
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
}

/** Opens a conversation as a person does: from the list. */
export async function openConversation(page: Page, customer: string) {
  await page
    .getByRole('link', { name: new RegExp(escaped(customer)) })
    .first()
    .click()
  return page.getByRole('article', { name: `Conversation avec ${customer}` })
}

export const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Collects what goes wrong in a page from now on: script errors, and what its Content-Security-Policy refuses. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy|refused to/i.test(message.text())) {
      faults.push(message.text())
    }
  })
  return faults
}
