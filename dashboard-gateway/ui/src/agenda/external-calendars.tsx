import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExternalCalendar } from '../lib/api-types'
import { hoursQuery } from '../lib/business'
import { ask } from '../lib/fetch-json'
import { useLanguage, useWords } from '../lib/i18n'
import { paths } from '../lib/paths'
import { toDateAndClock } from '../lib/time'
import { toTrouble } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TroubleNote } from '../ui/trouble-note'
import { busyKey, externalCalendarsQuery } from './agenda.queries'
import { CalendarForm } from './calendar-form'
import { externalCalendarsWords } from './external-calendars.words'
import card from './calendar-card.module.css'
import classes from './external-calendars.module.css'

/** Calendars that are kept elsewhere: connected, read again, left. */
export function ExternalCalendars() {
  const words = useWords(externalCalendarsWords)
  const calendars = useQuery(externalCalendarsQuery)
  const [isAdding, setAdding] = useState(false)
  return (
    <section className={card.section} aria-labelledby="external-calendars">
      <h2 id="external-calendars" className={card.heading}>
        {words.title}
      </h2>
      <p className={card.lead}>{words.lead}</p>
      <div className={card.card}>
        {calendars.data ? (
          <>
            {calendars.data.items.length > 0 ? (
              <ul className={classes.list}>
                {calendars.data.items.map((calendar) => (
                  <Row key={calendar.id} calendar={calendar} />
                ))}
              </ul>
            ) : (
              <p className={card.text}>{words.none}</p>
            )}
            <Button
              variant={calendars.data.items.length > 0 ? 'default' : 'filled'}
              size="md"
              radius="lg"
              onClick={() => setAdding(true)}
            >
              {words.add}
            </Button>
          </>
        ) : calendars.isError ? (
          <div className={card.acts} role="alert">
            {words.error}
            <Button variant="light" size="md" loading={calendars.isFetching} onClick={() => void calendars.refetch()}>
              {words.retry}
            </Button>
          </div>
        ) : (
          <div role="status" aria-label={words.pending}>
            <Skeleton height={18} width="42%" radius="xl" />
          </div>
        )}
      </div>
      {isAdding && <CalendarForm onClose={() => setAdding(false)} />}
    </section>
  )
}

function Row({ calendar }: { calendar: ExternalCalendar }) {
  const words = useWords(externalCalendarsWords)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const { data: hours } = useQuery(hoursQuery)
  const [isLeaving, setLeaving] = useState(false)
  const settled = async () => {
    await Promise.all([
      queryClient.invalidateQueries(externalCalendarsQuery),
      queryClient.invalidateQueries({ queryKey: busyKey }),
    ])
  }
  const read = useMutation({
    mutationFn: () => ask(paths.readExternalCalendar(calendar.id), { method: 'POST' }),
    networkMode: 'always',
    onSettled: settled,
  })
  const remove = useMutation({
    mutationFn: () => ask(paths.externalCalendar(calendar.id), { method: 'DELETE' }),
    networkMode: 'always',
    onSuccess: () => setLeaving(false),
    onSettled: settled,
  })
  const whose = hours?.practitioners.find(({ practitioner }) => practitioner === calendar.practitioner)?.name
  const when = toDateAndClock(calendar.readAt, language)
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <strong>{calendar.name}</strong>
        <span>
          {calendar.practitioner === undefined ? words.whole : words.of(whose ?? '…')} · {calendar.host}
        </span>
        {calendar.trouble ? (
          <p className={classes.trouble} role="status">
            {words.trouble[calendar.trouble]} {words.held(when)}
          </p>
        ) : (
          <small>{words.read(when, calendar.upcoming)}</small>
        )}
        <TroubleNote
          trouble={read.error ? toTrouble(read.error) : undefined}
          isBusy={read.isPending}
          onRetry={() => read.mutate()}
        />
      </div>
      <div className={card.acts}>
        <Button
          variant="subtle"
          size="md"
          radius="lg"
          aria-label={words.readAgain(calendar.name)}
          loading={read.isPending}
          onClick={() => read.mutate()}
        >
          {words.readShort}
        </Button>
        <Button
          variant="subtle"
          size="md"
          radius="lg"
          aria-label={words.remove(calendar.name)}
          onClick={() => setLeaving(true)}
        >
          {words.removeShort}
        </Button>
      </div>
      {isLeaving && (
        <Dialog title={words.sure.title} close={words.sure.no} onClose={() => setLeaving(false)}>
          <div className={card.sheet}>
            <p className={card.text}>{words.sure.text}</p>
            <TroubleNote
              trouble={remove.error ? toTrouble(remove.error) : undefined}
              isBusy={remove.isPending}
              onRetry={() => remove.mutate()}
            />
            <div className={card.acts}>
              <Button variant="default" size="md" radius="lg" onClick={() => setLeaving(false)}>
                {words.sure.no}
              </Button>
              <Button size="md" radius="lg" loading={remove.isPending} onClick={() => remove.mutate()}>
                {words.sure.yes}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </li>
  )
}
