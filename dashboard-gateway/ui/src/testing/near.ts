import { vi } from 'vitest'

/** Everything is near what is seen; nothing is laid out in jsdom. Undone with `vi.unstubAllGlobals`. */
export function bringEverythingNear(): void {
  class NearObserver {
    private readonly seen: IntersectionObserverCallback

    constructor(seen: IntersectionObserverCallback) {
      this.seen = seen
    }

    observe(target: Element): void {
      queueMicrotask(() =>
        this.seen([{ isIntersecting: true, target } as unknown as IntersectionObserverEntry], this as never),
      )
    }

    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): [] {
      return []
    }
  }
  vi.stubGlobal('IntersectionObserver', NearObserver)
}

/** Counts the addresses that blobs were given, so that a test can see each of them taken back. */
export function countAddresses(): { open: () => number } {
  let open = 0
  Object.assign(URL, {
    createObjectURL: () => `blob:${location.origin}/${++open}`,
    revokeObjectURL: () => {
      open--
    },
  })
  return { open: () => open }
}
