import { useCallback, useRef, useState } from 'react'

const PREFIX = 'accueil.setup.'

/** What is typed, over what was seen when one began to type. */
export interface Edit<T> {
  seen: T
  typed: T
}

/**
 * What is being typed in a form: still there after a mistaken reload, until it is saved. What was seen stays what it was when one began, its
 * version with it, so that saving tells when somebody else changed it meanwhile.
 */
export function useKept<T extends object>(key: string, saved: T) {
  const [edit, setEdit] = useState(() => recall<T>(key))
  const current = useRef(edit)
  // At once, not when it is drawn next: the form may be gone by then.
  const update = useCallback(
    (how: (before: Edit<T> | undefined) => Edit<T> | undefined) => {
      current.current = how(current.current)
      keep(key, current.current)
      setEdit(current.current)
    },
    [key],
  )
  return {
    typed: edit?.typed ?? saved,
    isTouched: edit !== undefined && !isSame(edit.seen, edit.typed),
    change: (part: Partial<T>) =>
      update((before) => ({ seen: before?.seen ?? saved, typed: { ...(before?.typed ?? saved), ...part } })),
    /** Takes what somebody else saved, but for what was typed here. */
    rebase: (now: T) => update((before) => before && rebased(before, now)),
    forget: () => update(() => undefined),
  }
}

/** Each part that was not touched becomes what it is now; the others stay as typed. */
export function rebased<T extends object>({ seen, typed }: Edit<T>, now: T): Edit<T> {
  const untouched = Object.keys(now).filter((name) => isSame(at(seen, name), at(typed, name)))
  const fresh = Object.fromEntries(untouched.map((name) => [name, at(now, name)]))
  return { seen: now, typed: { ...typed, ...fresh } }
}

/** For an edit that is not on the screen: what was saved elsewhere by the same person is no news to them. */
export function rebaseKept(key: string, now: object): void {
  const edit = recall<Record<string, unknown>>(key)
  if (!edit) return
  const known = Object.fromEntries(Object.keys(edit.seen).map((name) => [name, at(now, name)]))
  keep(key, rebased(edit, known))
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The latest, where something was typed since it was last moved. */
export function moveKept(from: string, to: string): void {
  const edit = recall(from)
  if (!edit) return
  keep(to, edit)
  keep(from, undefined)
}

/** What was typed before there was anything to see, over what there is now. */
export function adoptKept(from: string, to: string, seen: object): void {
  const edit = recall<object>(from)
  if (!edit) return
  keep(to, { seen, typed: { ...seen, ...edit.typed } })
  keep(from, undefined)
}

export function forgetKept(key: string): void {
  keep(key, undefined)
}

function at(values: object, name: string): unknown {
  return (values as Record<string, unknown>)[name]
}

function recall<T>(key: string): Edit<T> | undefined {
  const kept = sessionStorage.getItem(PREFIX + key)
  return kept === null ? undefined : (JSON.parse(kept) as Edit<T>)
}

function keep(key: string, edit: Edit<unknown> | undefined): void {
  if (edit === undefined) sessionStorage.removeItem(PREFIX + key)
  else sessionStorage.setItem(PREFIX + key, JSON.stringify(edit))
}
