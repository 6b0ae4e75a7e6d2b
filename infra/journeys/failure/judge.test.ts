import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Books } from './database.ts'
import { messageIdOf } from './ids.ts'
import { judge, type Evidence } from './judge.ts'
import type { Line } from './ledger.ts'
import type { Message } from './workspace.ts'

// A judge that never finds anything proves nothing: each sentence takes an orderly evening and spoils one thing.

const ACCOUNT = 'AC0f1e2d3c4b5a69788796a5b4c3d2e1f0'
const MARIE = 'whatsapp:+33639980012'
const HOME = 'marie-s-conversation'
const FIRST = messageIdOf(ACCOUNT, 'SM1')
const SECOND = messageIdOf(ACCOUNT, 'SM2')

test('ids are computed as in event-contracts', () => {
  assert.match(FIRST, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an orderly evening has nothing to be found', () => {
  const { lost, doubled, disorder, sent } = judge(evening())
  assert.deepEqual({ lost, doubled, disorder, sent }, { lost: [], doubled: [], disorder: [], sent: 2 })
})

test('a message of a customer that is in no transcript is lost', () => {
  const spoiled = evening()
  transcript(spoiled).splice(0, 1)
  assert.match(judge(spoiled).lost.join(), /SM1 .* is not in the database/)
})

test('a message that nobody named is lost, also when others were', () => {
  const spoiled = evening()
  spoiled.books.named.delete(SECOND)
  transcript(spoiled)[3]!.answers = []
  assert.match(judge(spoiled).lost.join(), /SM2 was neither answered nor handed over/)
})

test('what the assistant left to a person is counted, and not lost', () => {
  const spoiled = evening()
  spoiled.books.named.delete(SECOND)
  transcript(spoiled)[3]!.answers = []
  spoiled.books.outcomes.set(SECOND, 'left')
  assert.deepEqual([judge(spoiled).lost, judge(spoiled).leftToPerson], [[], 1])
})

test('two answers that name one message are one too many', () => {
  const spoiled = evening()
  transcript(spoiled)[3]!.answers = [FIRST, SECOND]
  assert.match(judge(spoiled).doubled.join(), /SM1 is named by 2 answers/)
})

test('a hand-over and the words that told of it are one, a hand-over beside an answer is not', () => {
  const evidence = evening()
  evidence.books.named.set(SECOND, ['answer-2', 'event-of-a-hand-over'])
  evidence.books.outcomes.set(SECOND, 'handed_over')
  assert.deepEqual(judge(evidence).doubled, [])
  evidence.books.outcomes.set(SECOND, 'answered')
  assert.match(judge(evidence).doubled.join(), /SM2 is named by 1 answers and 1 hand-overs/)
})

test('an answer that never reached the phone is lost', () => {
  const spoiled = evening()
  spoiled.ledger = spoiled.ledger.filter((it) => !(it.kind === 'phone-received' && it.data.sid === 'OUT2'))
  assert.match(judge(spoiled).lost.join(), /answer-2 .* was not received/)
})

test('an answer that Twilio refused for good is neither lost nor doubled', () => {
  const spoiled = evening()
  spoiled.ledger = spoiled.ledger.filter((it) => it.data.sid !== 'OUT2')
  transcript(spoiled)[3]!.status = 'refused'
  spoiled.books.outcomes.set(SECOND, 'left')
  spoiled.books.named.delete(SECOND)
  assert.deepEqual(judge(spoiled).lost, [])
})

test('an answer that is called refused, and yet stands on the phone, is doubled: someone will send it again', () => {
  const spoiled = evening()
  transcript(spoiled)[3]!.status = 'refused'
  assert.match(judge(spoiled).doubled.join(), /answer-2 \(refused\) is received all the same/)
})

test('an answer that Twilio accepted twice is doubled', () => {
  const spoiled = evening()
  spoiled.ledger.push(accepted(20, 'OUT3', 'answer-2', 'Deuxième'), received(21, 'OUT3'))
  assert.match(judge(spoiled).doubled.join(), /answer-2 \(delivered\): accepted 2, received 2 times/)
})

test('a second attempt after a refusal is not doubled', () => {
  const evidence = evening()
  evidence.ledger.push(
    accepted(8, 'OUT0', 'answer-2', 'Deuxième'),
    line(9, 'message-moved', { sid: 'OUT0', status: 'failed' }),
  )
  assert.deepEqual(judge(evidence).doubled, [])
})

test('words that nobody asked for are doubled', () => {
  const spoiled = evening()
  spoiled.ledger.push(accepted(20, 'OUT3', 'answer-3', 'Quoi ?'), received(21, 'OUT3'))
  assert.match(judge(spoiled).doubled.join(), /OUT3 was sent for answer-3, which is in no transcript/)
})

test('an inbound message that nobody wrote is doubled', () => {
  const spoiled = evening()
  transcript(spoiled).push(inbound('of-nobody', '2026-11-22T10:01:00Z'))
  assert.match(judge(spoiled).doubled.join(), /of-nobody stands in a transcript, and nobody wrote it/)
})

test('a phone that shows the answers the other way round is out of order', () => {
  const spoiled = evening()
  spoiled.ledger.find((it) => it.kind === 'phone-received' && it.data.sid === 'OUT1')!.n = 30
  assert.match(judge(spoiled).disorder.join(), /received answer-2 before answer-1/)
})

test('parts of one message have an order too', () => {
  const spoiled = evening()
  spoiled.books.parts.push({ message: 'answer-2', number: 2, body: 'Suite' })
  spoiled.ledger.push(accepted(6, 'OUT3', 'answer-2', 'Suite', 2), received(7, 'OUT3'))
  assert.match(judge(spoiled).disorder.join(), /received answer-2 before answer-2/)
})

test('a transcript that turns what a customer wrote round is out of order, but for the second of a recovered one', () => {
  const spoiled = evening()
  const [one, , two] = transcript(spoiled) as [Message, Message, Message]
  one.at = '2026-11-22T10:00:00.900Z'
  two.at = '2026-11-22T10:00:00.000Z'
  transcript(spoiled).splice(0, 3, two, one, transcript(spoiled)[1]!)
  assert.match(judge(spoiled).disorder.join(), /and the transcript shows the contrary/)
  two.recovered = true
  assert.deepEqual([judge(spoiled).disorder, judge(spoiled).recovered], [[], 1])
})

test('an answer that stands before its question is out of order', () => {
  const spoiled = evening()
  transcript(spoiled).reverse()
  assert.match(judge(spoiled).disorder.join(), /answer-1 stands before what it answers/)
})

test('a customer with two conversations is out of order', () => {
  const spoiled = evening()
  spoiled.transcripts.set('another', transcript(spoiled).splice(2, 2))
  assert.match(judge(spoiled).disorder.join(), /has 2 conversations/)
})

/** Marie writes twice, and is answered twice. */
function evening(): Evidence {
  const books: Books = {
    recorded: new Map([
      [FIRST, HOME],
      [SECOND, HOME],
    ]),
    named: new Map([
      [FIRST, ['answer-1']],
      [SECOND, ['answer-2']],
    ]),
    outcomes: new Map([
      [FIRST, 'answered'],
      [SECOND, 'answered'],
    ]),
    outgoing: new Map(),
    parts: [
      { message: 'answer-1', number: 1, body: 'Première' },
      { message: 'answer-2', number: 1, body: 'Deuxième' },
    ],
    ledByOthers: new Set(),
    unfinished: [],
  }
  return {
    accountSid: ACCOUNT,
    phones: new Set([MARIE]),
    ledger: [
      line(1, 'phone-sent', { sid: 'SM1', from: MARIE }),
      line(2, 'phone-sent', { sid: 'SM2', from: MARIE }),
      accepted(3, 'OUT1', 'answer-1', 'Première'),
      received(4, 'OUT1'),
      accepted(10, 'OUT2', 'answer-2', 'Deuxième'),
      received(11, 'OUT2'),
    ],
    books,
    transcripts: new Map([
      [
        HOME,
        [
          inbound(FIRST, '2026-11-22T10:00:00Z'),
          answer('answer-1', '2026-11-22T10:00:01Z', [FIRST]),
          inbound(SECOND, '2026-11-22T10:00:02Z'),
          answer('answer-2', '2026-11-22T10:00:03Z', [SECOND]),
        ],
      ],
    ]),
  }
}

function transcript(evidence: Evidence): Message[] {
  return evidence.transcripts.get(HOME)!
}

function inbound(id: string, at: string): Message {
  const author = { kind: 'customer' }
  return { id, direction: 'inbound', author, body: 'Bonjour', at, status: 'received', answers: [], version: 1 }
}

function answer(id: string, at: string, answers: string[]): Message {
  const author = { kind: 'assistant' }
  return { id, direction: 'outbound', author, body: 'Bonjour', at, status: 'delivered', answers, version: 1 }
}

function accepted(n: number, sid: string, message: string, body: string, part = 1): Line {
  const statusCallback = `http://localhost/status?conversation=${HOME}&message=${message}&part=${part}&attempt=1`
  return line(n, 'message-accepted', { sid, to: MARIE, body, statusCallback })
}

function received(n: number, sid: string): Line {
  return line(n, 'phone-received', { sid, to: MARIE })
}

function line(n: number, kind: string, data: Line['data']): Line {
  return { n, at: '2026-11-22T10:00:00Z', kind, data }
}
