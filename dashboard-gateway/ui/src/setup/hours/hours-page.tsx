import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BookingRules, FieldError, Hours } from '../../lib/api-types'
import { hoursQuery } from '../../lib/business'
import { useWords } from '../../lib/i18n'
import { mistakeAt } from '../../lib/trouble'
import { SelectField, TextField } from '../../ui/field'
import { Failed, Pending, Subpage } from '../../ui/subpage'
import { Switch } from '../../ui/switch'
import { TroubleNote } from '../../ui/trouble-note'
import { useSaving } from '../../ui/use-saving'
import { saveHours } from '../setup.queries'
import { useKept } from '../use-kept'
import { fromExceptional, mistakesOfExceptions, toExceptional } from './exceptional'
import { ExceptionsEditor } from './exceptions-editor'
import { HolidayEditor } from './holiday-editor'
import { hoursWords } from './hours.words'
import { openingWords } from './opening.words'
import { fromColleague, TeamEditor, toColleague } from './team-editor'
import { DAYS, mistakesOf, toDays, toWeek } from './week'
import { WeekEditor } from './week-editor'
import classes from './opening.module.css'

/** When the business is open, who sees customers, and what may be booked. */
export function HoursPage({ workspace }: { workspace: string }) {
  const words = useWords(openingWords)
  const hours = useQuery(hoursQuery)
  return (
    <Subpage title={words.title} lead={words.lead}>
      {hours.data ? (
        <HoursForm workspace={workspace} hours={hours.data} />
      ) : hours.isError ? (
        <Failed isBusy={hours.isFetching} onRetry={() => void hours.refetch()} />
      ) : (
        <Pending />
      )}
    </Subpage>
  )
}

const SEATS = [1, 50] as const
const HORIZON = [1, 732] as const

function toTyped({ week, holidayRegion, workedHolidays, exceptions, practitioners, seats, rules, version }: Hours) {
  return {
    ...toWeek(week),
    holidayRegion,
    workedHolidays,
    exceptions: exceptions.map((it, index) => toExceptional(it, String(index))),
    team: practitioners.map(toColleague),
    seats: String(seats),
    horizon: String(rules.horizonDays),
    leadMinutes: rules.leadMinutes,
    gridMinutes: rules.gridMinutes,
    strictGrid: rules.strictGrid,
    version,
  }
}

type Typed = ReturnType<typeof toTyped>

function rulesOf({ leadMinutes, horizon, gridMinutes, strictGrid }: Typed): BookingRules {
  return { leadMinutes, horizonDays: Number(horizon), gridMinutes, strictGrid }
}

function HoursForm({ workspace, hours }: { workspace: string; hours: Hours }) {
  const words = useWords(openingWords)
  const week = useWords(hoursWords)
  const queryClient = useQueryClient()
  const [said, setSaid] = useState<string>()
  const { typed, isTouched, change, rebase, forget } = useKept(`${workspace}.opening`, toTyped(hours))
  const { form, submit, run, isSaving, trouble, errors, calm } = useSaving({
    check: () => check(typed, words, week),
    save: async () => {
      const { holidayRegion, workedHolidays, version } = typed
      const saved = await saveHours({
        week: toDays(typed),
        holidayRegion,
        workedHolidays,
        exceptions: typed.exceptions.map(fromExceptional),
        practitioners: typed.team.map(fromColleague),
        seats: Number(typed.seats),
        rules: rulesOf(typed),
        version,
      })
      queryClient.setQueryData(hoursQuery.queryKey, saved)
      forget()
      setSaid([words.saved, saved.bookingsOutside > 0 && week.outside(saved.bookingsOutside)].filter(Boolean).join(' '))
    },
  })

  function edit(part: Partial<Typed>): void {
    setSaid(undefined)
    change(part)
  }

  async function reload(): Promise<void> {
    rebase(toTyped(await queryClient.query({ ...hoursQuery, staleTime: 0 })))
    setSaid(words.meanwhile)
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Part title={words.week}>
        <WeekEditor week={typed} errors={errors} onChange={edit} />
        <HolidayEditor region={typed.holidayRegion} worked={typed.workedHolidays} onChange={edit} />
      </Part>
      <Part title={words.exceptions.title} lead={words.exceptions.lead}>
        <ExceptionsEditor
          all={typed.exceptions}
          prefix="exceptions"
          errors={errors}
          onChange={(exceptions) => edit({ exceptions })}
        />
      </Part>
      <Part title={words.rules.title} lead={words.rules.lead}>
        <Rules typed={typed} errors={errors} onChange={edit} />
      </Part>
      <Part title={words.team.title} lead={words.team.lead}>
        <TeamEditor team={typed.team} house={typed} errors={errors} onChange={(team) => edit({ team })} />
      </Part>
      <div className={classes.foot}>
        <TroubleNote
          trouble={trouble}
          isBusy={isSaving}
          onRetry={() => void submit()}
          onReload={() => void run(reload)}
        />
        <div className={classes.acts}>
          <span className={classes.said} role="status">
            {said}
          </span>
          {isTouched && (
            <Button
              variant="subtle"
              size="md"
              radius="lg"
              disabled={isSaving}
              onClick={() => {
                forget()
                calm()
                setSaid(undefined)
              }}
            >
              {words.discard}
            </Button>
          )}
          <Button type="submit" size="md" radius="lg" loading={isSaving} disabled={!isTouched}>
            {words.save}
          </Button>
        </div>
      </div>
    </form>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: React.ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  )
}

const LEADS = [0, 30, 60, 120, 240, 720, 1440, 2880, 4320, 10_080]
const GRIDS = [5, 10, 15, 20, 30, 60]

interface RulesProps {
  typed: Typed
  errors: FieldError[]
  onChange: (part: Partial<Typed>) => void
}

function Rules({ typed, errors, onChange }: RulesProps) {
  const words = useWords(openingWords).rules
  const lead = (minutes: number) =>
    minutes % 1440 === 0 && minutes > 0
      ? words.days(minutes / 1440)
      : minutes % 60 === 0 && minutes > 0
        ? words.hours(minutes / 60)
        : words.minutes(minutes)
  return (
    <div className={classes.rules}>
      <SelectField
        label={words.earliest}
        description={words.earliestHint}
        value={String(typed.leadMinutes)}
        data={withOne(LEADS, typed.leadMinutes).map((it) => ({ value: String(it), label: lead(it) }))}
        onChange={(event) => onChange({ leadMinutes: Number(event.currentTarget.value) })}
      />
      <TextField
        label={words.horizon}
        description={words.horizonHint}
        inputMode="numeric"
        value={typed.horizon}
        error={mistakeAt(errors, 'rules.horizonDays')}
        onChange={(event) => onChange({ horizon: event.currentTarget.value })}
      />
      <SelectField
        label={words.grid}
        description={words.gridHint}
        value={String(typed.gridMinutes)}
        error={mistakeAt(errors, 'rules.gridMinutes')}
        data={withOne(GRIDS, typed.gridMinutes).map((it) => ({ value: String(it), label: words.minutes(it) }))}
        onChange={(event) => onChange({ gridMinutes: Number(event.currentTarget.value) })}
      />
      <TextField
        label={words.seats}
        description={words.seatsHint}
        inputMode="numeric"
        value={typed.seats}
        error={mistakeAt(errors, 'seats')}
        onChange={(event) => onChange({ seats: event.currentTarget.value })}
      />
      <div className={classes.wide}>
        <Switch
          label={words.strict}
          hint={words.strictHint}
          isOn={typed.strictGrid}
          onChange={(isOn) => onChange({ strictGrid: isOn })}
        />
      </div>
    </div>
  )
}

function withOne(usual: number[], chosen: number): number[] {
  return usual.includes(chosen) ? usual : [...usual, chosen].toSorted((a, b) => a - b)
}

type OpeningWords = (typeof openingWords)['fr']

function check(typed: Typed, words: OpeningWords, week: (typeof hoursWords)['fr']): FieldError[] {
  const { mistakes } = words.exceptions
  const number = (field: string, text: string, [from, to]: readonly [number, number]): FieldError[] =>
    /^\d+$/.test(text.trim()) && Number(text) >= from && Number(text) <= to
      ? []
      : [{ field, message: words.rules.number(from, to) }]
  return [
    ...(DAYS.every((day) => typed[day].length === 0) ? [{ field: 'week', message: week.never }] : []),
    ...mistakesOf(typed, week),
    ...mistakesOfExceptions(typed.exceptions, 'exceptions', mistakes),
    ...number('rules.horizonDays', typed.horizon, HORIZON),
    ...number('seats', typed.seats, SEATS),
    ...typed.team.flatMap((one, index) => {
      const prefix = `practitioners[${index}]`
      return [
        ...(one.name.trim() ? [] : [{ field: `${prefix}.name`, message: words.team.missing }]),
        ...(one.services.length > 0 ? [] : [{ field: `${prefix}.services`, message: words.team.nothing }]),
        ...(one.week ? mistakesOf(one.week, week).map((it) => ({ ...it, field: `${prefix}.${it.field}` })) : []),
        ...mistakesOfExceptions(one.absences, `${prefix}.exceptions`, mistakes),
      ]
    }),
  ]
}
