import { Button, Loader, Skeleton } from '@mantine/core'
import { IconMessages, IconPlugConnectedX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { Conversation } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { useNow } from '../lib/use-now'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { InboxRow } from './inbox-row'
import { inboxQuery } from './inbox.queries'
import { inboxWords } from './inbox.words'
import { useHeldOrder } from './use-held-order'
import classes from './inbox-list.module.css'

const ROW_PX = 104
const LOAD_AHEAD = 12

/** Every conversation of the business, the latest first. */
export function InboxList({ me }: { me: string }) {
  const words = useWords(inboxWords)
  const inbox = useInfiniteQuery(inboxQuery)
  const waiting = inbox.data?.filter((conversation) => conversation.unread > 0).length ?? 0

  return (
    <section className={classes.inbox} aria-label={words.list}>
      <title>{`${waiting > 0 ? `(${waiting}) ` : ''}${words.title} · Accueil`}</title>
      <header className={classes.head}>
        <h1 className={classes.title}>{words.title}</h1>
        {waiting > 0 && <span className={classes.count}>{words.unreadConversations(waiting)}</span>}
      </header>
      {inbox.isPending ? (
        <PendingRows label={words.pending} />
      ) : !inbox.data ? (
        <ErrorPicture
          {...words.error}
          icon={<IconPlugConnectedX size={34} />}
          onRetry={() => void inbox.refetch()}
          busy={inbox.isFetching}
        />
      ) : inbox.data.length === 0 ? (
        <EmptyPicture {...words.empty} icon={<IconMessages size={34} />} />
      ) : (
        <Rows
          rows={inbox.data}
          me={me}
          hasMore={inbox.hasNextPage}
          isLoadingMore={inbox.isFetchingNextPage}
          moreFailed={inbox.isFetchNextPageError}
          loadMore={() => void inbox.fetchNextPage()}
        />
      )}
    </section>
  )
}

interface RowsProps {
  rows: Conversation[]
  me: string
  hasMore: boolean
  isLoadingMore: boolean
  moreFailed: boolean
  loadMore: () => void
}

function Rows({ rows: latest, me, hasMore, isLoadingMore, moreFailed, loadMore }: RowsProps) {
  const words = useWords(inboxWords)
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow()
  const [rows, hold] = useHeldOrder(latest)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const wantsMore = hasMore && !isLoadingMore && !moreFailed && lastShown >= rows.length - LOAD_AHEAD

  useEffect(() => {
    if (wantsMore) loadMore()
  }, [wantsMore, loadMore])

  return (
    <div ref={scroller} className={classes.scroller} {...hold}>
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const conversation = rows[index]
          return conversation ? (
            <li
              key={key}
              className={classes.item}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              <InboxRow conversation={conversation} me={me} now={now} />
            </li>
          ) : null
        })}
      </ul>
      <div className={classes.foot}>
        {isLoadingMore && <Loader size="sm" aria-label={words.more.pending} />}
        {moreFailed && (
          <span role="alert" className={classes.failed}>
            {words.more.failed}
            <Button variant="light" size="md" onClick={loadMore}>
              {words.more.retry}
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}

function PendingRows({ label }: { label: string }) {
  return (
    <div className={classes.pending} role="status" aria-label={label}>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={classes.ghost} style={{ height: ROW_PX }}>
          <Skeleton circle height={46} />
          <div className={classes.ghostLines}>
            <Skeleton height={13} width={`${38 + ((index * 17) % 24)}%`} radius="xl" />
            <Skeleton height={11} width={`${64 + ((index * 23) % 30)}%`} radius="xl" />
            <Skeleton height={18} width={92} radius="sm" />
          </div>
        </div>
      ))}
    </div>
  )
}
