import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditEntry, AuditKind } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock, toFullMoment } from '../lib/time'
import { SelectField } from '../ui/field'
import { auditQuery } from './privacy.queries'
import { privacyWords } from './privacy.words'
import { useChanges } from './use-changes'
import { Failed, Pending, Subpage } from '../ui/subpage'
import classes from './privacy.module.css'

const kinds: AuditKind[] = ['workspace', 'agenda', 'faqs', 'team', 'conversations', 'customers']
/** Of each of these it is said who, and not what. */
const withoutLabel: ReadonlySet<string> = new Set(['customer_erased', 'member_joined', 'retention_changed'])

/** Who changed what, the latest first, of one kind or of all. */
export function AuditPage() {
  const words = useWords(privacyWords).audit
  const [kind, setKind] = useState<AuditKind>()
  const log = useInfiniteQuery(auditQuery(kind))
  return (
    <Subpage title={words.title} lead={words.lead}>
      <SelectField
        label={words.kind}
        value={kind ?? ''}
        onChange={(event) => setKind(kinds.find((it) => it === event.currentTarget.value))}
        data={[{ value: '', label: words.all }, ...kinds.map((value) => ({ value, label: words.kinds[value] }))]}
      />
      <div className={classes.card}>
        {log.isPending ? (
          <Pending />
        ) : !log.data ? (
          <Failed isBusy={log.isFetching} onRetry={() => void log.refetch()} />
        ) : log.data.length === 0 ? (
          <p className={classes.nothing}>{words.none}</p>
        ) : (
          <>
            <ol className={classes.lines} aria-label={words.title}>
              {log.data.map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
            </ol>
            {log.hasNextPage && (
              <Button
                variant="subtle"
                size="md"
                radius="lg"
                fullWidth
                loading={log.isFetchingNextPage}
                onClick={() => void log.fetchNextPage()}
              >
                {words.more}
              </Button>
            )}
          </>
        )}
      </div>
    </Subpage>
  )
}

function Line({ entry }: { entry: AuditEntry }) {
  const words = useWords(privacyWords).audit
  const { language } = useLanguage()
  const { at, personName, action, label, changes } = entry
  const said = useChanges()
  return (
    <li className={classes.line} data-wide>
      <span className={classes.said}>
        <strong>
          <bdi>{personName}</bdi>
        </strong>
        <span>{words.actions[action]}</span>
        {!withoutLabel.has(action) && <bdi>{label}</bdi>}
        {changes.length > 0 && (
          <details className={classes.changes}>
            <summary>{words.changes(changes.length)}</summary>
            <ul>
              {changes.map((change) => (
                <li key={change.field}>{said(change)}</li>
              ))}
            </ul>
          </details>
        )}
      </span>
      <time dateTime={at} title={toFullMoment(at, language)}>
        {toDateAndClock(at, language)}
      </time>
    </li>
  )
}
