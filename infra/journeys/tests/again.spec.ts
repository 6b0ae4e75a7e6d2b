import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { signIn } from '../support/manager.ts'
import { Phone } from '../support/phone.ts'
import { ROOT, tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const sophie = camelia.users.find((it) => it.role === 'owner')!

test('stopped and started again, the stack still knows the conversations', async ({ page }) => {
  test.setTimeout(300_000)
  const marie = await Phone.of('Encore Marie', camelia.channel.address)
  await marie.writes('Bonjour, vous ouvrez à quelle heure le samedi ?')
  await marie.receives(/samedi de 9h à 17h/)

  execFileSync('make', ['stop'], { cwd: ROOT, stdio: 'inherit' })
  execFileSync('make', ['run', 'DETACHED=1'], { cwd: ROOT, stdio: 'inherit' })

  await signIn(page, sophie.email, sophie.password)
  await expect(page.getByRole('link', { name: new RegExp(marie.name) })).toContainText('samedi de 9h à 17h')
  await marie.writes('Proposez-vous des cartes cadeaux ?')
  await marie.receives(/à partir de 20 €/)
})
