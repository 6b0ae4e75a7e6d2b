import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterEntry } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { toDateAndClock, toFullMoment } from '../lib/time'
import { registerQuery } from './privacy.queries'
import { privacyWords } from './privacy.words'
import { Failed, Pending } from '../ui/subpage'
import classes from './privacy.module.css'

/** Who opened, exported or erased what, the latest first. */
export function RegisterList() {
  const words = useWords(privacyWords).register
  const register = useInfiniteQuery(registerQuery)
  return (
    <section className={classes.section} aria-labelledby="register">
      <h2 id="register" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.lead}</p>
      <div className={classes.card}>
        {register.isPending ? (
          <Pending />
        ) : !register.data ? (
          <Failed isBusy={register.isFetching} onRetry={() => void register.refetch()} />
        ) : register.data.length === 0 ? (
          <p className={classes.nothing}>{words.none}</p>
        ) : (
          <>
            <ol className={classes.lines}>
              {register.data.map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
            </ol>
            {register.hasNextPage && (
              <Button
                variant="subtle"
                size="md"
                radius="lg"
                fullWidth
                loading={register.isFetchingNextPage}
                onClick={() => void register.fetchNextPage()}
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

function Line({ entry }: { entry: RegisterEntry }) {
  const words = useWords(privacyWords).register
  const { language } = useLanguage()
  const { at, act, personName, customer, conversation, erasure } = entry
  return (
    <li className={classes.line}>
      <span className={classes.act} data-act={act}>
        {words.act[act]}
      </span>
      <span className={classes.said}>
        <strong>
          <bdi>{personName}</bdi>
        </strong>
        {conversation ? (
          <Link to="/conversations/$conversationId" params={{ conversationId: conversation }}>
            <bdi>{customer}</bdi>
          </Link>
        ) : (
          <span>{words.erased}</span>
        )}
        {erasure && (
          <Link to="/settings/erasures/$erasureId" params={{ erasureId: erasure }}>
            {words.receipt}
          </Link>
        )}
      </span>
      <time dateTime={at} title={toFullMoment(at, language)}>
        {toDateAndClock(at, language)}
      </time>
    </li>
  )
}
