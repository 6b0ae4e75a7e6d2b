import type { FieldError, HoursException } from '../../lib/api-types'

/** Days on which it is otherwise, as they are typed. */
export interface Exceptional {
  key: string
  open: boolean
  from: string
  to: string
  /** Empty: all day. */
  start: string
  end: string
  label: string
}

const ALL_DAY = '00:00-24:00'

export function toExceptional(exception: HoursException, key: string): Exceptional {
  const { open, from, to, period, label } = exception
  const [start = '', end = ''] = period === ALL_DAY ? [] : period.split('-')
  return { key, open, from, to, start, end, label }
}

/** As the API takes it; one day where no end is said. */
export function fromExceptional({ open, from, to, start, end, label }: Exceptional): HoursException {
  return { open, from, to: to || from, label: label.trim(), period: start && end ? `${start}-${end}` : ALL_DAY }
}

export function blankExceptional(key: string): Exceptional {
  return { key, open: false, from: '', to: '', start: '', end: '', label: '' }
}

export interface ExceptionWords {
  day: string
  order: string
  times: string
  hours: string
}

/** What cannot be, at the field `prefix[index]`. */
export function mistakesOfExceptions(all: Exceptional[], prefix: string, words: ExceptionWords): FieldError[] {
  return all.flatMap(({ open, from, to, start, end }, index) => {
    const wrong = (message: string): FieldError[] => [{ field: `${prefix}[${index}]`, message }]
    if (!from) return wrong(words.day)
    if (to && to < from) return wrong(words.order)
    if ((start === '') !== (end === '') || (start && end <= start)) return wrong(words.times)
    if (open && !start) return wrong(words.hours)
    return []
  })
}
