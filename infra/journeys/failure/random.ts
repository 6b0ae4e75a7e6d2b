/** Chance that can be repeated: the same seed gives the same faults at the same shares of the load. */
export class Random {
  private state: number

  constructor(readonly seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, but not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)]!
  }

  shuffled<T>(of: readonly T[]): T[] {
    const left = [...of]
    return of.map(() => left.splice(Math.floor(this.next() * left.length), 1)[0]!)
  }

  /** Chance of its own, that depends on this seed and a name alone. */
  named(name: string): Random {
    let hash = this.seed
    for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619)
    return new Random(hash)
  }
}
