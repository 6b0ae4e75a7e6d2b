import { Database } from './database.ts'
import { fill, free, type Disk } from './disks.ts'
import { allReady, instance, instances, scale, SERVICES, signal, successor } from './processes.ts'
import type { Stage } from './stage.ts'
import { takeoverRace } from './takeover-race.ts'
import { fail, heal, type Failure } from '../support/twilio.ts'
import { pause, until } from './wait.ts'

export interface Fault {
  name: string
  title: string
  /** Needs data on small disks. */
  disk?: Disk
  /** Needs so many of each service. */
  instances?: number
  /** The customers write when the fault says so, and not by themselves. */
  writesItself?: boolean
  strike(stage: Stage): Promise<void>
}

/** Faults that strike one after the other, while the same customers write on: settled and judged once, at its end. */
export interface Shift {
  name: string
  title: string
  faults: Fault[]
}

/** Fewer calls to Twilio say nothing of how it was borne. */
const HITS = 5

/** Twilio has them, and has not said more. */
const TAKEN = ['accepted', 'sent']

/** In the order in which they run together: those that want two of each service last. */
export const SHIFTS: Shift[] = [
  { name: 'services', title: 'kill -9 of each service in turn', faults: SERVICES.map((name) => kill(name)) },
  {
    name: 'stores',
    title: 'Kafka and PostgreSQL killed and frozen',
    faults: [kill('kafka'), kill('postgres'), freeze('kafka'), freeze('postgres')],
  },
  { name: 'disks', title: 'the disks of Kafka and PostgreSQL full', faults: [fullDisk('kafka'), fullDisk('postgres')] },
  {
    name: 'twilio',
    title: 'Twilio slow, refusing, resetting',
    faults: [
      twilio('slow', 'Twilio needs 5 s for each call', { mode: 'slow', delayMs: 5_000 }),
      twilio('429', 'Twilio refuses with 429', { mode: 'too-many-requests', retryAfterSeconds: 1 }),
      twilio('500', 'Twilio answers 500 before accepting', { mode: 'error-before-accepting' }),
      twilio('500-accepted', 'Twilio answers 500 and accepted', { mode: 'error-after-accepting' }),
      twilio('503', 'Twilio refuses with 503', { mode: 'unavailable' }),
      twilio('reset', 'Twilio resets before accepting', { mode: 'reset-before-accepting' }),
      twilio('reset-accepted', 'Twilio resets after accepting', { mode: 'reset-after-accepting' }),
    ],
  },
  {
    name: 'unheard',
    title: 'nobody listens while Twilio calls',
    faults: [down('dashboard-gateway', 0.7), down('webhook-ingest', 0.2), webhooksLost(), callbacksLost()],
  },
  { name: 'takeovers', title: takeoverRace.title, faults: [takeoverRace] },
  { name: 'two', title: 'two of each service, killed and restarted', faults: [killOneOfTwo(), rollingRestart()] },
]

export const FAULTS: Fault[] = SHIFTS.flatMap((it) => it.faults)

export const alone = (fault: Fault): Shift => ({ name: fault.name, title: fault.title, faults: [fault] })

/** The process dies at moments of chance, with messages under way; each time it is waited for, and more messages come. */
function kill(name: string): Fault {
  return {
    name: `kill-${name}`,
    title: `kill -9 of ${name}`,
    async strike(stage) {
      for (let time = 1; time <= stage.times; time++) {
        await stage.underLoad((0.85 * time) / stage.times)
        const victim = instance(name)
        signal(victim, 'SIGKILL')
        stage.over()
        stage.say(`killed ${name} after ${stage.load.sent} messages`)
        if (time === stage.times) stage.load.open(1)
        await successor(victim)
      }
    },
  }
}

/** It keeps its connections, and answers nothing. */
function freeze(name: string): Fault {
  return {
    name: `freeze-${name}`,
    title: `SIGSTOP of ${name}`,
    async strike(stage) {
      await stage.underLoad(0.3)
      const victim = instance(name)
      signal(victim, 'SIGSTOP')
      try {
        stage.say(`${name} is frozen for ${stage.seconds} s`)
        stage.load.open(0.6)
        await pause(stage.seconds * 1_000)
      } finally {
        signal(victim, 'SIGCONT')
        stage.over()
      }
    },
  }
}

function fullDisk(disk: Disk): Fault {
  return {
    name: `full-${disk}`,
    title: `disk of ${disk} full`,
    disk,
    async strike(stage) {
      await stage.underLoad(0.3)
      try {
        stage.say(`the disk of ${disk} is full for ${stage.seconds} s`)
        stage.load.open(0.6)
        // What it gives back meanwhile, a piece of its log for example, is taken too.
        for (const until = Date.now() + stage.seconds * 1_000; Date.now() < until; await pause(250)) fill(disk)
      } finally {
        free(disk)
        stage.over()
      }
      await allReady()
    },
  }
}

function twilio(name: string, title: string, failure: Failure): Fault {
  return {
    name: `twilio-${name}`,
    title,
    async strike(stage) {
      await stage.underLoad(0.1)
      const before = await stage.callsHit()
      try {
        await fail(failure)
        stage.load.open(0.8)
        await pause((stage.seconds / 2) * 1_000)
        await until('calls to Twilio are hit', async () => (await stage.callsHit()) >= before + HITS, 120_000)
        stage.say(`${(await stage.callsHit()) - before} calls to Twilio were hit`)
      } finally {
        await heal()
        stage.over()
      }
    },
  }
}

/** Nobody listens while Twilio calls. */
function down(name: string, share: number): Fault {
  return {
    name: `down-${name}`,
    title: `${name} down while Twilio calls`,
    async strike(stage) {
      await stage.underLoad(0.1)
      try {
        await scale(name, 0)
        stage.say(`${name} is down`)
        stage.load.open(0.1 + share)
        await stage.load.at(0.1 + share)
        await pause(2_000)
      } finally {
        await scale(name, 1)
        stage.over()
      }
    },
  }
}

/** Twilio has the messages, and never posts them: reconciliation alone can know. The schedule would find them too, within
 * its five minutes; here the manager asks. */
function webhooksLost(): Fault {
  return {
    name: 'webhooks-lost',
    title: 'webhooks lost altogether',
    async strike(stage) {
      await stage.underLoad(0.3)
      try {
        await fail({ mode: 'webhooks-lost' })
        stage.load.open(0.6)
        await stage.load.at(0.6)
      } finally {
        await heal()
        stage.over()
      }
      await stage.workspace.checkNow()
    },
  }
}

/** Twilio never tells what became of messages: its list alone can know. Here too the manager asks. */
function callbacksLost(): Fault {
  return {
    name: 'callbacks-lost',
    title: 'status callbacks lost altogether',
    async strike(stage) {
      const database = new Database()
      try {
        await stage.underLoad(0.3)
        const from = new Date()
        try {
          await fail({ mode: 'callbacks-lost' })
          stage.load.open(0.6)
          await stage.load.at(0.6)
          await until(
            'messages went out untold',
            async () => (await database.untold(from, new Date(), TAKEN)) > 0,
            60_000,
          )
        } finally {
          await heal()
          stage.over()
        }
        const to = new Date()
        stage.say(`of ${await database.untold(from, to, TAKEN)} messages Twilio has not told what became of them`)
        await stage.workspace.checkNow()
        await until('what became of each', async () => (await database.untold(from, to)) === 0, 400_000, 1_000)
      } finally {
        await database.close()
      }
    },
  }
}

/** Two of each, and one of them dies: the other goes on with what the dead one held. */
function killOneOfTwo(): Fault {
  return {
    name: 'one-of-two',
    title: 'two of each service, one killed',
    instances: 2,
    async strike(stage) {
      const order = stage.random.shuffled(SERVICES)
      for (const [i, name] of order.entries()) {
        await stage.underLoad((0.85 * (i + 1)) / order.length)
        const victim = stage.random.one(instances(name))
        signal(victim, 'SIGKILL')
        stage.over()
        stage.say(`killed ${name} at ${victim.url} after ${stage.load.sent} messages`)
      }
      await allReady()
    },
  }
}

/**
 * As a deployment does it: of each service an instance is asked to end, and started again before the next one's turn; the
 * services do not wait for each other.
 */
function rollingRestart(): Fault {
  return {
    name: 'rolling-restart',
    title: 'rolling restart of all services',
    instances: 2,
    async strike(stage) {
      const count = SERVICES.flatMap((name) => instances(name)).length
      let restarted = 0
      const roll = async (name: string) => {
        for (const one of instances(name)) {
          process.kill(one.pid, 'SIGTERM')
          await successor(one)
          stage.load.open(0.1 + (0.75 * ++restarted) / count)
        }
      }
      await stage.underLoad(0.1)
      await Promise.all(SERVICES.map(roll))
      stage.over()
    },
  }
}
