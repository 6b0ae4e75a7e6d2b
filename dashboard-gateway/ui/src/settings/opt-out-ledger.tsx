import { Button, Skeleton } from '@mantine/core'
import { IconMessageCheck, IconMessageOff } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OptOut } from '../lib/api-types'
import { nameOf } from '../lib/conversations'
import { useLanguage, useWords } from '../lib/i18n'
import { toPlainName } from '../lib/plain'
import { toDateAndClock, toFullMoment } from '../lib/time'
import { optOutsQuery } from './settings.queries'
import { settingsWords } from './settings.words'
import classes from './settings-page.module.css'

/** Every STOP and every return, the latest first: what can be shown to who asks for a proof. */
export function OptOutLedger() {
  const words = useWords(settingsWords).optOuts
  const ledger = useInfiniteQuery(optOutsQuery)
  return (
    <section className={classes.section} aria-labelledby="opt-outs">
      <h2 id="opt-outs" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.text}</p>
      <div className={classes.card}>
        {ledger.isPending ? (
          <div role="status" aria-label={words.pending}>
            {[0, 1, 2].map((index) => (
              <Skeleton key={index} height={16} width={`${74 - index * 12}%`} radius="xl" my={12} />
            ))}
          </div>
        ) : !ledger.data ? (
          <div className={classes.failed} role="alert">
            {words.error}
            <Button variant="light" size="md" loading={ledger.isFetching} onClick={() => void ledger.refetch()}>
              {words.retry}
            </Button>
          </div>
        ) : ledger.data.length === 0 ? (
          <p className={classes.nothing}>
            <IconMessageCheck size={22} aria-hidden />
            {words.none}
          </p>
        ) : (
          <>
            <ol className={classes.ledger}>
              {ledger.data.map((entry) => (
                <Entry key={`${entry.conversation} ${entry.message} ${entry.kind}`} entry={entry} />
              ))}
            </ol>
            {ledger.hasNextPage && (
              <Button
                variant="subtle"
                size="md"
                radius="lg"
                fullWidth
                loading={ledger.isFetchingNextPage}
                onClick={() => void ledger.fetchNextPage()}
              >
                {words.more}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  )
}

function Entry({ entry }: { entry: OptOut }) {
  const words = useWords(settingsWords).optOuts
  const { language } = useLanguage()
  const { at, conversation, customer, kind } = entry
  const word = toPlainName(entry.word)
  return (
    <li className={classes.entry}>
      <span className={classes.kind} data-kind={kind}>
        {kind === 'stop' ? <IconMessageOff size={16} aria-hidden /> : <IconMessageCheck size={16} aria-hidden />}
        {words.kind[kind]}
      </span>
      <span className={classes.who}>
        <Link to="/conversations/$conversationId" params={{ conversationId: conversation }}>
          <bdi>{nameOf(customer)}</bdi>
        </Link>
        <span>{entry.reason === 'explicit_wish' ? words.wish : word ? words.said(word) : null}</span>
      </span>
      <time dateTime={at} title={toFullMoment(at, language)}>
        {toDateAndClock(at, language)}
      </time>
    </li>
  )
}
