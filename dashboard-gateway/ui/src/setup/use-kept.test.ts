import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { adoptKept, rebased, rebaseKept, useKept } from './use-kept'

const saved = { name: 'Camélia', city: 'Lyon', version: 3 }

describe('what is typed', () => {
  beforeEach(() => sessionStorage.clear())

  const open = (now = saved) => renderHook(() => useKept('test', now)).result

  it('is still there after a reload, over what was seen when it was begun', () => {
    const first = open()
    act(() => first.current.change({ city: 'Paris' }))

    const again = open({ ...saved, name: 'Autre', version: 4 })

    expect(again.current.typed).toEqual({ name: 'Camélia', city: 'Paris', version: 3 })
    expect(again.current.isTouched).toBe(true)
  })

  it('is gone once it was saved', () => {
    const form = open()
    act(() => form.current.change({ city: 'Paris' }))
    act(() => form.current.forget())

    expect(form.current.typed).toEqual(saved)
    expect(open().current.isTouched).toBe(false)
  })

  it('is kept when what somebody else saved is loaded, which fills the rest', () => {
    const form = open()
    act(() => form.current.change({ city: 'Paris' }))
    act(() => form.current.rebase({ name: 'Camélia & fille', city: 'Nice', version: 4 }))

    expect(form.current.typed).toEqual({ name: 'Camélia & fille', city: 'Paris', version: 4 })
  })

  it('that is as it was seen takes what there is now', () => {
    const edit = { seen: saved, typed: saved }

    expect(rebased(edit, { ...saved, city: 'Nice', version: 4 }).typed).toEqual({ ...saved, city: 'Nice', version: 4 })
  })

  it('elsewhere goes on from what the same person just saved', () => {
    const form = open()
    act(() => form.current.change({ city: 'Paris' }))

    rebaseKept('test', { name: 'Camélia II', city: 'Lyon', version: 4, more: 'unknown here' })

    expect(open().current.typed).toEqual({ name: 'Camélia II', city: 'Paris', version: 4 })
  })

  it('before there was anything to see is laid over what there is', () => {
    const form = renderHook(() => useKept('new', { name: '', city: '' })).result
    act(() => form.current.change({ city: 'Paris' }))

    adoptKept('new', 'test', saved)

    expect(open().current.typed).toEqual({ name: '', city: 'Paris', version: 3 })
    expect(renderHook(() => useKept('new', { name: '', city: '' })).result.current.isTouched).toBe(false)
  })
})
