import type { ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { OptOutLedger } from './opt-out-ledger'
import { settingsWords } from './settings.words'
import classes from './settings-page.module.css'

/** What the business says of itself, how its numbers are, and who wants no messages. */
export function SettingsPage({ business, numbers }: { business?: ReactNode; numbers?: ReactNode }) {
  const words = useWords(settingsWords)
  return (
    <div className={classes.page}>
      <title>{`${words.title} · Accueil`}</title>
      <div className={classes.column}>
        <h1 className={classes.title}>{words.title}</h1>
        {business}
        {numbers}
        <OptOutLedger />
      </div>
    </div>
  )
}
