import { Button, Skeleton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, fetchJson } from '../lib/fetch-json'
import { useLanguage, useWords } from '../lib/i18n'
import { paths } from '../lib/paths'
import { toDate } from '../lib/time'
import { toTrouble } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TroubleNote } from '../ui/trouble-note'
import { calendarCardWords } from './calendar-card.words'
import classes from './calendar-card.module.css'

const calendarQuery = queryOptions({
  queryKey: ['calendar'] as const,
  queryFn: ({ signal }) => fetchJson<{ madeAt?: string }>(paths.calendar, { signal }),
})

/** The secret address at which a phone's own calendar subscribes to the agenda: made, replaced, taken back. */
export function CalendarCard() {
  const words = useWords(calendarCardWords)
  const calendar = useQuery(calendarQuery)
  return (
    <section className={classes.section} aria-labelledby="calendar">
      <h2 id="calendar" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.lead}</p>
      <div className={classes.card}>
        {calendar.data ? (
          <Address madeAt={calendar.data.madeAt} />
        ) : calendar.isError ? (
          <div className={classes.acts} role="alert">
            {words.error}
            <Button variant="light" size="md" loading={calendar.isFetching} onClick={() => void calendar.refetch()}>
              {words.retry}
            </Button>
          </div>
        ) : (
          <div role="status" aria-label={words.pending}>
            <Skeleton height={18} width="42%" radius="xl" />
          </div>
        )}
      </div>
    </section>
  )
}

function Address({ madeAt }: { madeAt: string | undefined }) {
  const words = useWords(calendarCardWords)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<'another' | 'revoke'>()
  const settled = () => {
    setAsked(undefined)
    return queryClient.invalidateQueries(calendarQuery)
  }
  const make = useMutation({
    mutationFn: () => fetchJson<{ path: string }>(paths.calendarSecret, { method: 'POST' }),
    networkMode: 'always',
    onSettled: settled,
  })
  const revoke = useMutation({
    mutationFn: () => ask(paths.calendarSecret, { method: 'DELETE' }),
    networkMode: 'always',
    onSuccess: () => make.reset(),
    onSettled: settled,
  })
  const error = make.error ?? revoke.error
  return (
    <>
      {make.data ? (
        <Shown address={`${location.origin}${make.data.path}`} />
      ) : (
        <p className={classes.text}>{madeAt === undefined ? words.none : words.since(toDate(madeAt, language))}</p>
      )}
      <TroubleNote
        trouble={error ? toTrouble(error) : undefined}
        isBusy={make.isPending || revoke.isPending}
        onRetry={() => (make.error ? make : revoke).mutate()}
      />
      <div className={classes.acts}>
        <Button
          variant={madeAt === undefined ? 'filled' : 'default'}
          size="md"
          radius="lg"
          loading={make.isPending}
          onClick={() => (madeAt === undefined ? make.mutate() : setAsked('another'))}
        >
          {madeAt === undefined ? words.make : words.another}
        </Button>
        {madeAt !== undefined && (
          <Button variant="subtle" size="md" radius="lg" onClick={() => setAsked('revoke')}>
            {words.revoke}
          </Button>
        )}
      </div>
      {asked && (
        <Dialog title={words.sure.title} close={words.sure.no} onClose={() => setAsked(undefined)}>
          <div className={classes.sheet}>
            <p className={classes.text}>{words.sure[asked]}</p>
            <div className={classes.acts}>
              <Button variant="default" size="md" radius="lg" onClick={() => setAsked(undefined)}>
                {words.sure.no}
              </Button>
              <Button
                size="md"
                radius="lg"
                loading={make.isPending || revoke.isPending}
                onClick={() => (asked === 'another' ? make : revoke).mutate()}
              >
                {asked === 'another' ? words.sure.yesAnother : words.sure.yesRevoke}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Shown({ address }: { address: string }) {
  const words = useWords(calendarCardWords)
  const [isCopied, setCopied] = useState(false)
  return (
    <div className={classes.shown}>
      <p className={classes.text}>{words.once}</p>
      <code className={classes.address}>{address}</code>
      <Button
        variant="default"
        size="md"
        radius="lg"
        leftSection={isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
    </div>
  )
}
