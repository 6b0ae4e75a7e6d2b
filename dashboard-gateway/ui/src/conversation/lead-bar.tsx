import { Button, Loader } from '@mantine/core'
import { IconHandStop, IconUserHeart } from '@tabler/icons-react'
import type { Conversation } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { toPlainName } from '../lib/plain'
import { BellIcon } from '../ui/icons'
import { standingWords } from '../ui/standing.words'
import { conversationWords } from './conversation.words'
import { useLead } from './leading'
import classes from './lead-bar.module.css'

interface LeadBarProps {
  conversation: Conversation
  me: string
  canWrite: boolean
}

/** Who speaks for the business right now, and the button that changes it; where the thumb is. */
export function LeadBar({ conversation, me, canWrite }: LeadBarProps) {
  const words = useWords(conversationWords).lead
  const { reason, someone } = useWords(standingWords)
  const { awaitingPerson, handoverReason, id, leader, leaderChanging } = conversation
  const takeOver = useLead(id, 'takeover')
  const handBack = useLead(id, 'handback')
  const isMine = leader.kind === 'person' && leader.person === me
  // What the assistant had begun to say may still arrive: until it cannot, nobody is told that they are alone.
  const isChanging = takeOver.isPending || (isMine && leaderChanging)
  const isWaiting = !isChanging && (awaitingPerson || leader.kind === 'nobody')
  const hint = isChanging
    ? words.changingHint
    : isWaiting
      ? handoverReason && reason[handoverReason]
      : isMine
        ? words.youHint
        : canWrite && (leader.kind === 'assistant' ? words.assistantHint : words.personHint)

  return (
    <div
      className={classes.bar}
      data-leader={isWaiting ? 'waiting' : isChanging ? 'person' : leader.kind}
      data-changing={isChanging || undefined}
      role="group"
      aria-label={words.label}
    >
      <span className={classes.icon}>
        {isChanging ? (
          <Loader size={20} color="currentColor" aria-hidden />
        ) : isWaiting ? (
          <IconHandStop size={20} aria-hidden />
        ) : leader.kind === 'assistant' ? (
          <BellIcon size={20} />
        ) : (
          <IconUserHeart size={20} aria-hidden />
        )}
      </span>
      <span className={classes.say} aria-live="polite">
        <strong>
          {isChanging
            ? words.changing
            : isWaiting
              ? words.nobody
              : leader.kind === 'assistant'
                ? conversation.optedOutAt
                  ? words.assistantStopped
                  : words.assistant
                : isMine
                  ? words.you
                  : words.person(toPlainName(leader.name) ?? someone)}
        </strong>
        <span className={classes.hint}>{takeOver.isError || handBack.isError ? words.failed : hint}</span>
      </span>
      {isMine ? (
        <Button
          variant="default"
          size="md"
          radius="lg"
          className={classes.act}
          loading={handBack.isPending}
          onClick={() => handBack.mutate()}
        >
          {words.handBack}
        </Button>
      ) : (
        <Button
          size="md"
          radius="lg"
          className={classes.act}
          loading={takeOver.isPending}
          onClick={() => takeOver.mutate()}
        >
          {leader.kind === 'person' ? words.takeOverToo : words.takeOver}
        </Button>
      )}
    </div>
  )
}
