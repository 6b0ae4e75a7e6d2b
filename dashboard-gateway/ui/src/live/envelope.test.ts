import { describe, expect, it } from 'vitest'
import { golden, goldenNames } from '../testing/golden'
import { readEnvelope } from './envelope'

const ours = [
  'ConversationChanged',
  'MessageChanged',
  'LeadChanged',
  'CustomerErased',
  'QuestionRecorded',
  'BookingConfirmed',
  'BookingChanged',
  'BookingCancelled',
]

describe('reading the contract', () => {
  it.each(goldenNames())('reads or skips %s', (name) => {
    const sample = golden(name) as { type: string }

    const heard = readEnvelope(sample)

    expect(heard).toHaveProperty(ours.includes(sample.type) ? 'change' : 'unknown')
  })

  it('keeps all that a conversation says', () => {
    const sample = golden('conversation-changed') as { data: unknown }

    expect(readEnvelope(sample)).toEqual({ change: { type: 'ConversationChanged', data: sample.data } })
  })

  it.each(['message-changed-refused', 'message-changed-rich'])('keeps all that a message says: %s', (name) => {
    const sample = golden(name) as { data: unknown }

    expect(readEnvelope(sample)).toEqual({ change: { type: 'MessageChanged', data: sample.data } })
  })

  it.each(['message-changed', 'message-changed-refused', 'message-changed-inbound'])(
    'reads what was written yesterday: %s',
    (name) => {
      expect(readEnvelope(golden(`yesterday/${name}`))).toMatchObject({
        change: { data: { message: { attachments: [], resendable: false, recovered: false } } },
      })
    },
  )

  it('reads a conversation as it was written yesterday', () => {
    expect(readEnvelope(golden('yesterday/conversation-changed'))).toMatchObject({
      change: { data: { conversation: { leaderChanging: false } } },
    })
  })

  it('shows a message of a kind that is not known yet', () => {
    const sample = structuredClone(golden('message-changed')) as { data: { message: { kind: string } } }
    sample.data.message.kind = 'hologram'

    expect(readEnvelope(sample)).toMatchObject({ change: { data: { message: { kind: 'unsupported' } } } })
  })

  it('says what it cannot read', () => {
    expect(readEnvelope({ type: 'LeadChanged', data: {} })).toHaveProperty('unreadable')
    expect(readEnvelope(42)).toHaveProperty('unreadable')
  })
})
