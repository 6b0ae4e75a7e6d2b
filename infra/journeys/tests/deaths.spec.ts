import { expect, test } from '@playwright/test'
import { expectAnsweredOnce } from '../support/answered.ts'
import { Desk } from '../support/desk.ts'
import { Phone } from '../support/phone.ts'
import { pidOf, readStack, tenantNamed } from '../support/stack.ts'

const camelia = tenantNamed('Institut Camélia')
const desk = new Desk(camelia.users[0]!.email, camelia.id)

const BEFORE = ['Bonjour, vous ouvrez à quelle heure le samedi ?', 'Où puis-je me garer ?']
const AFTER = ['Proposez-vous des cartes cadeaux ?']

const VICTIMS = [
  'webhook-ingest',
  'ai-router',
  'conversation-service',
  'notification-service',
  'dashboard-gateway',
] as const

/** Customers write, a process is killed while their messages are under way, they write again: nothing is lost or said twice. */
for (const victim of VICTIMS) {
  test(`kill -9 of ${victim}: nothing is lost, nothing is said twice`, async () => {
    test.setTimeout(240_000)
    const phones = await Promise.all(
      Array.from({ length: 6 }, (_, i) => Phone.of(`${victim} ${i}`, camelia.channel.address)),
    )
    const conversations = new Map<Phone, string>()
    const written = new Map<Phone, string[]>(phones.map((it) => [it, []]))
    const write = async (phone: Phone, text: string) => {
      const { webhook } = await phone.writes(text)
      if (webhook.delivered) {
        conversations.set(phone, webhook.conversation!)
        written.get(phone)!.push(text)
      }
      return webhook.delivered
    }
    const writeAll = async (texts: string[]) => {
      for (const text of texts) await Promise.all(phones.map((phone) => write(phone, text)))
    }

    await writeAll(BEFORE)
    const pid = pidOf(victim)
    process.kill(pid, 'SIGKILL')
    await expectRestarted(victim, pid)
    await writeAll(AFTER)

    for (const phone of phones) {
      await expectAnsweredOnce(desk, phone, conversations.get(phone)!, written.get(phone)!)
    }
  })
}

/** The launcher starts what died again, as an orchestrator would. */
async function expectRestarted(name: string, killed: number) {
  await expect
    .poll(
      async () => {
        const found = readStack().processes.find((it) => it.name === name)
        if (!found || found.pid === killed || !found.url) return 'not started'
        try {
          const response = await fetch(`${found.url}/actuator/health/readiness`)
          return response.ok ? 'ready' : 'not ready'
        } catch {
          return 'not reachable'
        }
      },
      { message: `${name} is started again`, timeout: 90_000 },
    )
    .toBe('ready')
}
