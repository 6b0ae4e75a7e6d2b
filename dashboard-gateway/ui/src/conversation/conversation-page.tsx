import { Skeleton } from '@mantine/core'
import { IconMessageCircleSearch, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Conversation } from '../lib/api-types'
import { nameOf } from '../lib/conversations'
import { Problem } from '../lib/fetch-json'
import { useWords } from '../lib/i18n'
import { ErrorPicture } from '../ui/pictures'
import { Composer } from './composer'
import { ConversationHead } from './conversation-head'
import { conversationQuery } from './conversation.queries'
import { conversationWords } from './conversation.words'
import { useFreeText } from './free-text'
import { LeadBar } from './lead-bar'
import { useMarkRead } from './mark-read'
import { OptedOutBanner } from './opted-out'
import { useSending } from './sending'
import { Thread } from './thread'
import classes from './conversation-page.module.css'

interface ConversationPageProps {
  id: string
  /** Subject of who looks. */
  me: string
  /** What else an owner may do with the customer, by their name. */
  acts?: ((name: string) => ReactNode) | undefined
}

/** One conversation: what was said, who leads, and the place to answer. */
export function ConversationPage({ id, me, acts }: ConversationPageProps) {
  const words = useWords(conversationWords)
  const navigate = useNavigate()
  const conversation = useQuery(conversationQuery(id))

  if (conversation.data) return <Opened conversation={conversation.data} me={me} acts={acts} />
  if (conversation.isPending)
    return (
      <div className={classes.page} role="status" aria-label={words.pending}>
        <div className={classes.pendingHead}>
          <Skeleton circle height={42} />
          <Skeleton height={16} width={170} radius="xl" />
        </div>
        <div className={classes.pendingThread}>
          {[46, 62, 38, 54].map((width, index) => (
            <Skeleton key={width} height={54} width={`${width}%`} radius="lg" ml={index % 2 ? 'auto' : 0} />
          ))}
        </div>
      </div>
    )
  const isMissing = conversation.error instanceof Problem && conversation.error.status === 404
  return (
    <div className={classes.page}>
      {isMissing ? (
        <ErrorPicture
          {...words.missing}
          icon={<IconMessageCircleSearch size={34} />}
          onRetry={() => void navigate({ to: '/conversations' })}
        />
      ) : (
        <ErrorPicture
          {...words.error}
          icon={<IconPlugConnectedX size={34} />}
          onRetry={() => void conversation.refetch()}
          busy={conversation.isFetching}
        />
      )}
    </div>
  )
}

function Opened({ conversation, me, acts }: { conversation: Conversation } & Omit<ConversationPageProps, 'id'>) {
  const words = useWords(conversationWords)
  const { id, customer } = conversation
  const { leaving, send, retry, forget } = useSending(id, me)
  const freeText = useFreeText(conversation)
  useMarkRead(conversation)
  return (
    <article className={classes.page} aria-label={words.thread(nameOf(customer))}>
      <ConversationHead conversation={conversation} acts={acts?.(nameOf(customer))} />
      {conversation.optedOutAt && <OptedOutBanner since={conversation.optedOutAt} />}
      <Thread conversation={conversation} me={me} leaving={leaving} onRetry={retry} onForget={forget} />
      <div className={classes.dock}>
        <LeadBar conversation={conversation} me={me} canWrite={freeText.isOpen && !conversation.optedOutAt} />
        <Composer conversation={conversation} me={me} freeText={freeText} onSend={send} />
      </div>
    </article>
  )
}
