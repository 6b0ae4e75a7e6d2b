import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldError, Privacy } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { TextField } from '../ui/field'
import { Switch } from '../ui/switch'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { changePrivacy, privacyQuery } from './privacy.queries'
import { privacyWords } from './privacy.words'
import { RegisterList } from './register-list'
import { Failed, Pending, Subpage } from '../ui/subpage'
import classes from './privacy.module.css'

const periods = ['messageDays', 'mediaDays', 'leadDays', 'reasonDays', 'invitationDays'] as const
type Period = (typeof periods)[number]

const bounds: Record<Period, [number, number]> = {
  messageDays: [30, 1825],
  mediaDays: [7, 1825],
  leadDays: [30, 1825],
  reasonDays: [7, 730],
  invitationDays: [30, 365],
}

/** How long everything is kept, what the team sees of customers, and who looked at what. */
export function PrivacyPage() {
  const words = useWords(privacyWords)
  const privacy = useQuery(privacyQuery)
  return (
    <Subpage {...words.privacy}>
      <section className={classes.section} aria-labelledby="periods">
        <h2 id="periods" className={classes.heading}>
          {words.periods.title}
        </h2>
        <p className={classes.lead}>{words.periods.lead}</p>
        <div className={classes.card}>
          {privacy.data ? (
            <PrivacyForm key={privacy.data.version} seen={privacy.data} />
          ) : privacy.isError ? (
            <Failed isBusy={privacy.isFetching} onRetry={() => void privacy.refetch()} />
          ) : (
            <Pending />
          )}
        </div>
      </section>
      <RegisterList />
    </Subpage>
  )
}

function PrivacyForm({ seen }: { seen: Privacy }) {
  const words = useWords(privacyWords)
  const queryClient = useQueryClient()
  const [days, setDays] = useState(() => toTexts(seen))
  const [phonesMasked, setMasked] = useState(seen.phonesMasked)
  const [isSaved, setSaved] = useState(false)

  function check(): FieldError[] {
    const wrong = periods
      .filter((it) => !isWithin(days[it], bounds[it]))
      .map((field) => ({ field, message: words.periods.bounds(...bounds[field]) }))
    return wrong.length === 0 && Number(days.mediaDays) > Number(days.messageDays)
      ? [{ field: 'mediaDays', message: words.periods.outlive }]
      : wrong
  }

  const { form, submit, isSaving, trouble, errors } = useSaving({
    check,
    save: async () => {
      queryClient.setQueryData(privacyQuery.queryKey, await changePrivacy(toPrivacy(seen, days, phonesMasked)))
      setSaved(true)
    },
  })

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {periods.map((field) => (
        <TextField
          key={field}
          label={words.periods.label[field]}
          optional={words.periods.days}
          description={words.periods.hint[field]}
          inputMode="numeric"
          value={days[field]}
          error={mistakeAt(errors, field)}
          onChange={(event) => {
            setDays({ ...days, [field]: event.currentTarget.value })
            setSaved(false)
          }}
        />
      ))}
      <Switch
        label={words.masking.label}
        hint={words.masking.hint}
        isOn={phonesMasked}
        onChange={(isOn) => {
          setMasked(isOn)
          setSaved(false)
        }}
      />
      <TroubleNote
        trouble={trouble}
        isBusy={isSaving}
        onRetry={() => void submit()}
        onReload={() => void queryClient.invalidateQueries(privacyQuery)}
      />
      <div className={classes.acts}>
        <Button type="submit" size="md" radius="lg" loading={isSaving}>
          {words.periods.save}
        </Button>
        <span role="status">{isSaved ? words.periods.saved : ''}</span>
      </div>
    </form>
  )
}

function toTexts(seen: Privacy): Record<Period, string> {
  return Object.fromEntries(periods.map((it) => [it, String(seen[it])])) as Record<Period, string>
}

function toPrivacy(seen: Privacy, days: Record<Period, string>, phonesMasked: boolean): Privacy {
  const typed = Object.fromEntries(periods.map((it) => [it, Number(days[it])])) as Record<Period, number>
  return { ...seen, ...typed, phonesMasked }
}

function isWithin(text: string, [from, to]: [number, number]): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= from && Number(text) <= to
}
