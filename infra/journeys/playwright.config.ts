import { defineConfig, devices } from '@playwright/test'
import { readStack } from './support/stack.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** One stack, one worker: journeys share the machine with nine processes. Nothing is retried. */
export default defineConfig({
  testDir: './tests',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['html', { open: 'never' }], ['./support/last-words.ts']],
  use: {
    baseURL: readStack().publicUrl,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desk',
      testMatch: /(story|sign-up|invitation|faq|agenda|frames)\.spec\.ts/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: /(story|sign-up|invitation|faq|agenda|frames)\.spec\.ts/,
      use: { ...devices['iPhone 13'], defaultBrowserType: 'chromium', viewport: { width: 390, height: 844 } },
    },
    { name: 'crowd', testMatch: /crowd\.spec\.ts/, use: { viewport: { width: 1440, height: 3600 } } },
    {
      name: 'path',
      testMatch: /(path|channel|hostile|erasure)\.spec\.ts/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    { name: 'hostile-phone', testMatch: /hostile\.spec\.ts/, use: { viewport: { width: 390, height: 844 } } },
    { name: 'again', testMatch: /again\.spec\.ts/ },
    // Moves the clock of all services: last.
    { name: 'late', testMatch: /late\.spec\.ts/, use: { viewport: { width: 1440, height: 900 } } },
  ],
})
