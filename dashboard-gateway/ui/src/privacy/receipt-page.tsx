import { Button } from '@mantine/core'
import { IconCircleCheckFilled, IconLoader2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ErasureReceipt } from '../lib/api-types'
import { useLanguage, useWords } from '../lib/i18n'
import { save } from '../lib/save-file'
import { toDate, toDateAndClock } from '../lib/time'
import { erasureQuery } from './privacy.queries'
import { privacyWords } from './privacy.words'
import { Failed, Pending, Subpage } from '../ui/subpage'
import classes from './privacy.module.css'

/** What an erasure has removed, store by store, while it fills and for good. */
export function ReceiptPage({ id }: { id: string }) {
  const words = useWords(privacyWords).receipt
  const receipt = useQuery(erasureQuery(id))
  return (
    <Subpage title={words.title}>
      {receipt.data ? (
        <Receipt receipt={receipt.data} />
      ) : (
        <div className={classes.card}>
          {receipt.isError ? (
            <Failed isBusy={receipt.isFetching} onRetry={() => void receipt.refetch()} />
          ) : (
            <Pending />
          )}
        </div>
      )}
    </Subpage>
  )
}

function Receipt({ receipt }: { receipt: ErasureReceipt }) {
  const words = useWords(privacyWords).receipt
  const { language } = useLanguage()
  const { complete, erasedAt, erasedBy, note, services, topics, kept, filesLeft } = receipt
  return (
    <>
      <p className={classes.outcome} role="status" data-complete={complete || undefined}>
        {complete ? <IconCircleCheckFilled size={24} aria-hidden /> : <IconLoader2 size={24} aria-hidden />}
        {complete ? words.complete : words.filling}
      </p>
      <p className={classes.lead}>
        {words.by(erasedBy, toDateAndClock(erasedAt, language))}
        {note && (
          <>
            <br />
            {words.note} : <bdi>{note}</bdi>
          </>
        )}
      </p>
      <section className={classes.section} aria-labelledby="stores">
        <h2 id="stores" className={classes.heading}>
          {words.stores}
        </h2>
        <div className={classes.card}>
          {services.map(({ service, forgottenAt, stores }) => (
            <div key={service} className={classes.service}>
              <h3>
                <Named name={service} />
              </h3>
              {!forgottenAt ? (
                <p>{words.waiting}</p>
              ) : stores.length === 0 ? (
                <p>{words.nothing}</p>
              ) : (
                <dl className={classes.stores}>
                  {stores.map(({ name, count }) => (
                    <div key={name}>
                      <dt>
                        <Named name={name} />
                      </dt>
                      <dd>{count}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </div>
          ))}
          {filesLeft > 0 && <p>{words.files(filesLeft)}</p>}
        </div>
      </section>
      <section className={classes.section} aria-labelledby="topics">
        <h2 id="topics" className={classes.heading}>
          {words.topics}
        </h2>
        <p className={classes.lead}>{words.topicsLead}</p>
        <dl className={`${classes.card ?? ''} ${classes.stores ?? ''}`}>
          {topics.map(({ topic, goneBy }) => (
            <div key={topic}>
              <dt>{topic}</dt>
              <dd>{goneBy ? toDate(goneBy, language) : words.tidied}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={classes.section} aria-labelledby="kept">
        <h2 id="kept" className={classes.heading}>
          {words.kept}
        </h2>
        <ul className={`${classes.card ?? ''} ${classes.kept ?? ''}`}>
          {kept.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </section>
      <Button
        variant="default"
        size="md"
        radius="lg"
        onClick={() =>
          save(new Blob([JSON.stringify(receipt, null, 2)]), `recu-effacement-${erasedAt.slice(0, 10)}.json`)
        }
      >
        {words.download}
      </Button>
    </>
  )
}

/** As people call it, and as engineers do. */
function Named({ name }: { name: string }) {
  const called = useWords(privacyWords).receipt.names[name]
  return called === undefined ? (
    name
  ) : (
    <>
      {called} <small>{name}</small>
    </>
  )
}
