import type { Phone } from '../support/phone.ts'
import type { Fault } from './catalogue.ts'
import { QUESTIONS } from './load.ts'
import type { Stage } from './stage.ts'
import { pause, until } from './wait.ts'
import type { Conversation } from './workspace.ts'

const WITHIN_MS = 200
const AT_ONCE = 6
const PATIENCE_MS = 60_000

/** One take-over: when it was pressed, when it was shown as done, and until when it held. */
interface Takeover {
  phone: Phone
  conversation: string
  pressedAt: number
  doneAt: number
  handedBackAt: number
  changing: boolean
}

/**
 * A member of the team takes over within 200 ms of the moment in which an answer goes out. Once the take-over is shown as
 * done, Twilio accepts no message of the assistant until it is handed back.
 */
export const takeoverRace: Fault = {
  name: 'takeover-race',
  title: 'take-over within 200 ms of an answer',
  writesItself: true,
  async strike(stage) {
    const count = stage.inFull ? 500 : 60
    const players = stage.load.phones.slice(0, AT_ONCE)
    const rhythm = new Rhythm(stage)
    await Promise.all(players.map((phone) => rhythm.listen(phone)))
    const takeovers: Takeover[] = []
    let left = count
    await Promise.all(
      players.map(async (phone) => {
        while (left-- > 0) takeovers.push(await takeOver(stage, phone, rhythm))
      }),
    )
    stage.over()
    await judgeTakeovers(stage, takeovers)
  },
}

/** How long an answer takes here and now, from the customer's message to Twilio's acceptance. */
class Rhythm {
  private usualMs = 500

  constructor(private readonly stage: Stage) {}

  /** One question that nobody interferes with. */
  async listen(phone: Phone) {
    const asked = Date.now()
    await this.stage.load.write(phone, QUESTIONS[0]!)
    const answer = await until('an answer', () => this.answerTo(phone, asked), PATIENCE_MS, 20)
    this.learn(answer - asked)
  }

  async learnFrom(phone: Phone, asked: number) {
    const answer = await this.answerTo(phone, asked)
    if (answer) this.learn(answer - asked)
  }

  /** A moment within 200 ms of when the answer may be expected. */
  moment(): number {
    return Math.max(0, this.usualMs + this.stage.random.between(-WITHIN_MS, WITHIN_MS))
  }

  private learn(ms: number) {
    this.usualMs = 0.7 * this.usualMs + 0.3 * ms
  }

  private async answerTo(phone: Phone, asked: number): Promise<number | undefined> {
    const lines = await this.stage.ledger.readOn()
    const found = lines.findLast((it) => it.kind === 'message-accepted' && it.data.to === phone.address)
    const at = found && Date.parse(found.at)
    return at !== undefined && at > asked ? at : undefined
  }
}

async function takeOver({ load, workspace, screen, random }: Stage, phone: Phone, rhythm: Rhythm): Promise<Takeover> {
  const asked = Date.now()
  const conversation = (await load.write(phone, random.one(QUESTIONS)))!
  await pause(Math.max(0, asked + rhythm.moment() - Date.now()))

  const pressedAt = Date.now()
  const taken = await workspace.post<Conversation>(`/api/conversations/${conversation}/takeover`)
  let doneAt = Date.now()
  if (taken.leaderChanging) doneAt = await shownAsDone(screen, taken)

  await rhythm.learnFrom(phone, asked)
  // Whom the assistant left unanswered, the person answers.
  await workspace.post(`/api/conversations/${conversation}/messages`, { body: 'Bonjour, c’est Sophie.' })
  const handedBackAt = Date.now()
  await workspace.post(`/api/conversations/${conversation}/handback`)
  return { phone, conversation, pressedAt, doneAt, handedBackAt, changing: taken.leaderChanging === true }
}

/** The later change that says so. */
function shownAsDone(screen: Stage['screen'], taken: Conversation): Promise<number> {
  return until(
    'the take-over is shown as done',
    () => {
      const shown = screen.conversations.get(taken.id)
      return shown && shown.version > taken.version && !shown.leaderChanging ? Date.now() : undefined
    },
    PATIENCE_MS,
    2,
  )
}

async function judgeTakeovers(stage: Stage, takeovers: Takeover[]) {
  const authors = new Map<string, string>()
  for (const id of new Set(takeovers.map((it) => it.conversation))) {
    for (const message of await stage.workspace.transcript(id)) authors.set(message.id, message.author.kind)
  }
  const accepted = (await stage.ledger.readOn())
    .filter((it) => it.kind === 'message-accepted')
    .map(({ at, data }) => ({
      at: Date.parse(at),
      phone: data.to as string,
      message: new URL(data.statusCallback).searchParams.get('message')!,
    }))
    .filter((it) => authors.get(it.message) !== 'person')
  let close = 0
  for (const { phone, pressedAt, doneAt, handedBackAt } of takeovers) {
    const here = accepted.filter((it) => it.phone === phone.address)
    if (here.some((it) => Math.abs(it.at - pressedAt) <= WITHIN_MS)) close++
    for (const { at, message } of here) {
      // The ledger has whole milliseconds here: a message of the very millisecond was there before.
      if (at <= doneAt || at >= handedBackAt) continue
      stage.findings.push(`${message} of the assistant was accepted ${at - doneAt} ms after the take-over was done`)
    }
  }
  const changing = takeovers.filter((it) => it.changing).length
  stage.notes.push(
    `${takeovers.length} take-overs; ${close} within ${WITHIN_MS} ms of an answer that went out; ${changing} shown as changing first`,
  )
}
