import { expect } from '@playwright/test'
import type { Desk, Message } from './desk.ts'
import type { Phone } from './phone.ts'

/**
 * Waits until each of a customer's messages is answered, and asserts what "answered once" means (DESIGN §1): each inbound
 * message stands once in the transcript, in the order it was written, and is named by exactly one answer or hand-over; and
 * the phone received each outbound message exactly once, in that order. What a customer writes after a hand-over is for the
 * person who was asked for: the conversation must say so.
 */
export async function expectAnsweredOnce(desk: Desk, phone: Phone, conversation: string, written: string[]) {
  let transcript: Message[] = []
  let awaitsPerson = false
  await expect
    .poll(
      async () => {
        transcript = await readTranscript(desk, conversation)
        const inbound = transcript.filter((it) => it.direction === 'inbound')
        const named = new Set(transcript.flatMap((it) => it.answers))
        awaitsPerson = await isAwaitingPerson(desk, conversation)
        return inbound.length >= written.length && inbound.every((it) => named.has(it.id) || awaitsPerson)
      },
      { message: `all ${written.length} messages of ${phone.name} are answered`, timeout: 90_000 },
    )
    .toBe(true)

  const inbound = transcript.filter((it) => it.direction === 'inbound')
  expect(inbound.map((it) => it.body)).toEqual(written)
  for (const { id } of inbound) {
    const naming = transcript.filter((it) => it.answers.includes(id)).map((it) => it.body)
    if (awaitsPerson) expect(naming.length, 'never two answers name it').toBeLessThanOrEqual(1)
    else expect(naming, 'one answer names it').toHaveLength(1)
  }
  for (const [position, message] of transcript.entries()) {
    for (const answered of message.answers) {
      expect(
        transcript.findIndex((it) => it.id === answered),
        'an answer stands after what it answers',
      ).toBeLessThan(position)
    }
  }

  const outbound = transcript.filter((it) => it.direction === 'outbound').map((it) => it.body)
  await expect
    .poll(async () => (await phone.received()).map((it) => it.body), {
      message: `${phone.name} received each answer once, in order`,
      timeout: 60_000,
    })
    .toEqual(outbound)
}

/** Part of a journey is that a service is away for a moment: an answer that does not come is asked for again. */
async function readTranscript(desk: Desk, conversation: string): Promise<Message[]> {
  try {
    return await desk.transcript(conversation)
  } catch (e) {
    if (e instanceof Error && /: (404|50[0-9])|fetch failed/.test(e.message)) return []
    throw e
  }
}

async function isAwaitingPerson(desk: Desk, conversation: string): Promise<boolean> {
  try {
    return (await desk.conversation(conversation)).awaitingPerson
  } catch (e) {
    if (e instanceof Error && /: (404|50[0-9])|fetch failed/.test(e.message)) return false
    throw e
  }
}
