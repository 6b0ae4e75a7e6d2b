import { describe, expect, it } from 'vitest'
import { aConversation, aMessage, fromSophie, ledBySophie, pagesOf } from '../testing/fixtures'
import { goldenChange } from '../testing/golden'
import { evolve, withMessage } from './apply-to-conversation'
import { keepNewer } from './conversation.queries'
import { toLines, toTranscript } from './transcript'

const transcript = (pages: ReturnType<typeof pagesOf<ReturnType<typeof aMessage>>>) =>
  toTranscript(pages.pages.flatMap((page) => page.items))

describe('folding into a conversation', () => {
  const question = aMessage({ id: 'question', at: '2026-11-22T10:00:00Z' })
  const shown = pagesOf([question])

  it('shows a new message once, however often it comes', () => {
    const answer = aMessage({ id: 'answer', at: '2026-11-22T10:00:03Z', direction: 'outbound' })

    const twice = withMessage(withMessage(shown, answer), answer)

    expect(transcript(twice).map(({ id }) => id)).toEqual(['question', 'answer'])
  })

  it('never lets ticks go back', () => {
    const { message } = goldenChange('message-changed', 'MessageChanged').data
    const delivered = withMessage(shown, message)

    const after = withMessage(delivered, { ...message, status: 'sent', version: message.version - 1 })

    expect(transcript(after).find(({ id }) => id === message.id)?.status).toBe('delivered')
  })

  it('sorts by time, never by arrival', () => {
    const late = aMessage({ id: 'earlier', at: '2026-11-22T09:59:00Z' })

    expect(transcript(withMessage(shown, late)).map(({ id }) => id)).toEqual(['earlier', 'question'])
  })

  it('sorts moments of any fineness', () => {
    const at = (id: string, seconds: string) => aMessage({ id, at: `2026-11-22T10:00:${seconds}Z` })

    const sorted = toTranscript([at('d', '00.2'), at('c', '00.123456'), at('b', '00.1'), at('a', '00')])

    expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('never shows an answer before what it answers', () => {
    const early = aMessage({ id: 'answer', direction: 'outbound', at: '2026-11-22T09:59:59Z', answers: ['question'] })

    expect(transcript(withMessage(shown, early)).map(({ id }) => id)).toEqual(['question', 'answer'])
  })

  it('leaves a message from before what is loaded to its own page', () => {
    const partly = { ...shown, pages: [{ items: [question], nextCursor: 'more' }] }

    expect(withMessage(partly, aMessage({ id: 'old', at: '2026-10-01T10:00:00Z' }))).toBe(partly)
  })

  it('keeps what it heard when an older answer comes back from the server', () => {
    const heard = withMessage(shown, fromSophie({ id: 'mine', at: '2026-11-22T11:00:00Z', version: 4 }))

    expect(transcript(keepNewer(heard, shown)).map(({ id }) => id)).toEqual(['question', 'mine'])
  })

  it('follows who leads', () => {
    const change = goldenChange('lead-changed', 'LeadChanged')

    expect(evolve(aConversation(), change)).toMatchObject({ leaderNumber: 2, leader: { kind: 'person' } })
    expect(evolve(aConversation({ ...ledBySophie, leaderNumber: 3 }), change).leaderNumber).toBe(3)
  })

  it('says the voice again after another one spoke, a pause, or a night', () => {
    const lines = toLines([
      aMessage({ id: 'a', at: '2026-11-20T10:00:00Z' }),
      aMessage({ id: 'b', at: '2026-11-20T10:01:00Z' }),
      fromSophie({ id: 'c', at: '2026-11-20T10:02:00Z' }),
      fromSophie({ id: 'd', at: '2026-11-20T10:40:00Z' }),
      fromSophie({ id: 'e', at: '2026-11-21T10:40:00Z' }),
    ])

    expect(lines.map(({ startsVoice }) => startsVoice)).toEqual([true, false, true, true, true])
    expect(lines.map(({ startsDay }) => startsDay)).toEqual([true, false, false, false, true])
  })
})
