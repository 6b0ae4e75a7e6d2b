import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Message } from '../lib/api-types'

const NEAR_PX = 60

/**
 * Keeps the end of a transcript in view for who is there, and leaves who reads further up where they are, with a count of what they
 * missed. The scroller is a reversed column: its zero is the bottom, so that older messages push nothing.
 */
export function useBottom(transcript: Message[], leaving: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<{ element: Element; top: number }>(undefined)
  const [isAtBottom, setIsAtBottom] = useState(true)
  const [seen, setSeen] = useState(transcript.at(-1)?.id)
  const last = transcript.at(-1)?.id

  if (isAtBottom && seen !== last) setSeen(last)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => {
      setIsAtBottom(isNearBottom(element))
      anchor.current = anchorOf(element)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    if (!isNearBottom(element)) keep(element, anchor)
    anchor.current = anchorOf(element)
  }, [last])

  // What one has just written is what one wants to see.
  useLayoutEffect(() => {
    if (leaving !== undefined) scroller.current?.scrollTo({ top: 0 })
  }, [leaving])

  const lastSeen = transcript.findIndex(({ id }) => id === seen)
  return {
    scroller,
    missed: isAtBottom || lastSeen < 0 ? 0 : transcript.length - 1 - lastSeen,
    toBottom: () => scroller.current?.scrollTo({ top: 0, behavior: prefersStillness() ? 'instant' : 'smooth' }),
  }
}

function isNearBottom(element: HTMLElement): boolean {
  return Math.abs(element.scrollTop) < NEAR_PX
}

/** The message at the top edge of what is seen. */
function anchorOf(element: HTMLElement): { element: Element; top: number } | undefined {
  const edge = element.getBoundingClientRect().top
  for (const line of element.querySelectorAll('[data-message]')) {
    const { top, bottom } = line.getBoundingClientRect()
    if (bottom > edge) return { element: line, top }
  }
  return undefined
}

function keep(element: HTMLElement, anchor: RefObject<{ element: Element; top: number } | undefined>): void {
  const before = anchor.current
  if (!before?.element.isConnected) return
  element.scrollTop += before.element.getBoundingClientRect().top - before.top
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
