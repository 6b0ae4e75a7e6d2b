import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Settings } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { fromBusiness, mistakesOf, toBusiness, toPlace } from './business/business'
import { BusinessFields } from './business/business-fields'
import { businessWords } from './business/business.words'
import { useSaveSettings } from './business/save-settings'
import { settingsCardWords } from './settings-card.words'
import { settingsQuery } from '../lib/business'
import { fetchSettings } from './setup.queries'
import { fromTone, toTone } from './tone/tone'
import { ToneFields } from './tone/tone-fields'
import { TroubleNote } from '../ui/trouble-note'
import { useKept } from './use-kept'
import { useSaving } from '../ui/use-saving'
import classes from './settings-card.module.css'

interface SettingsCardProps {
  workspace: string
  mayChange: boolean
  /** The business may have another name now. */
  onSaved: (settings: Settings) => void
}

/** What the wizard asked of the business and its tone, to be changed ever after by who may. */
export function SettingsCard({ workspace, mayChange, onSaved }: SettingsCardProps) {
  const words = useWords(settingsCardWords)
  const settings = useQuery(settingsQuery)
  return (
    <section className={classes.section} aria-labelledby="business">
      <h2 id="business" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{mayChange ? words.lead : words.readOnly}</p>
      <div className={classes.card}>
        {settings.data ? (
          mayChange ? (
            <Editor workspace={workspace} settings={settings.data} onSaved={onSaved} />
          ) : (
            <Facts settings={settings.data} />
          )
        ) : settings.isError ? (
          <div className={classes.failed} role="alert">
            {words.error}
            <Button variant="light" size="md" loading={settings.isFetching} onClick={() => void settings.refetch()}>
              {words.retry}
            </Button>
          </div>
        ) : (
          <div role="status" aria-label={words.pending}>
            <Skeleton height={18} width="32%" radius="xl" />
            <Skeleton height={48} radius="lg" mt={14} />
            <Skeleton height={76} radius="lg" mt={22} />
          </div>
        )}
      </div>
    </section>
  )
}

const toTyped = (settings: Settings) => ({
  ...toBusiness(settings),
  ...toTone(settings),
  version: settings.version,
})

function Editor({ workspace, settings, onSaved }: Omit<SettingsCardProps, 'mayChange'> & { settings: Settings }) {
  const words = useWords(settingsCardWords)
  const { missing } = useWords(businessWords)
  const queryClient = useQueryClient()
  const saveSettings = useSaveSettings(workspace)
  const { typed, isTouched, change, rebase, forget } = useKept(`${workspace}.settings`, toTyped(settings))
  const [said, setSaid] = useState<'saved' | 'meanwhile'>()
  const { form, submit, run, isSaving, trouble, errors, calm } = useSaving({
    check: () => mistakesOf(typed, missing),
    save: async () => {
      const saved = await saveSettings({ ...fromBusiness(typed), ...fromTone(typed), version: typed.version })
      forget()
      setSaid('saved')
      onSaved(saved)
    },
  })

  function edit(part: Partial<typeof typed>): void {
    setSaid(undefined)
    change(part)
  }

  async function reload(): Promise<void> {
    const now = await fetchSettings()
    queryClient.setQueryData(settingsQuery.queryKey, now)
    rebase(toTyped(now))
    setSaid('meanwhile')
  }

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
      <h3 className={classes.part}>{words.business}</h3>
      <BusinessFields business={typed} errors={errors} onChange={edit} />
      <h3 className={classes.part}>{words.tone}</h3>
      <ToneFields tone={typed} business={typed.name} errors={errors} onChange={edit} />
      <div className={classes.foot}>
        <TroubleNote
          trouble={trouble}
          isBusy={isSaving}
          onRetry={() => void submit()}
          onReload={() => void run(reload)}
        />
        <div className={classes.acts}>
          <span className={classes.said} data-said={said} role="status">
            {said === 'saved' && (
              <>
                <IconCircleCheckFilled size={20} aria-hidden />
                {words.saved}
              </>
            )}
            {said === 'meanwhile' && words.meanwhile}
          </span>
          {isTouched && (
            <Button
              variant="subtle"
              size="md"
              radius="lg"
              className={classes.act}
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
          <Button type="submit" size="md" radius="lg" className={classes.act} loading={isSaving} disabled={!isTouched}>
            {words.save}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** For who may see it only. */
function Facts({ settings: { name, vertical, address, timeZone, formal, signature } }: { settings: Settings }) {
  const words = useWords(settingsCardWords)
  const { trades } = useWords(businessWords)
  const facts = [
    [words.name, name],
    [words.trade, trades[vertical].title],
    [words.address, address ? `${address.street}, ${address.postalCode} ${address.city}` : words.none],
    [words.timeZone, toPlace(timeZone)],
    [words.speaks, formal ? 'vous' : 'tu'],
    [words.signature, signature ?? words.none],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([label, fact]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
