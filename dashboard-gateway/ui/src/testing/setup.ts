import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom lays nothing out: what asks for sizes gets a phone's.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }),
})

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return []
  }
}
for (const world of [globalThis, document.defaultView])
  Object.assign(world ?? {}, { ResizeObserver: StillObserver, IntersectionObserver: StillObserver })
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 390 })
Object.defineProperty(document, 'fonts', { value: new EventTarget() })
Element.prototype.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

// jsdom knows the element, not what it does.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})
Object.assign(HTMLMediaElement.prototype, { play: () => Promise.resolve(), pause: () => undefined })

// A busy machine is no fault of what is tested.
configure({ asyncUtilTimeout: 10_000 })

afterEach(cleanup)
