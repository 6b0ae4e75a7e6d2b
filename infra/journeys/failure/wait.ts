export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Asks again until the answer is there; `undefined` and `false` are none. Ends with what it was waiting for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  atMostMs: number,
  everyMs = 200,
): Promise<T> {
  const deadline = Date.now() + atMostMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`waited ${Math.round(atMostMs / 1000)} s in vain: ${what}`)
    await pause(everyMs)
  }
}

/** Does the work for all, so many at once. */
export async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
    }),
  )
}
