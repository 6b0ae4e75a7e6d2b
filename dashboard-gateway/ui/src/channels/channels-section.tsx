import { Button, Skeleton } from '@mantine/core'
import { IconPhoneOff, IconPlugConnectedX, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { channelsQuery } from '../lib/channels'
import { useWords } from '../lib/i18n'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { ChannelCard } from './channel-card'
import { channelCardWords } from './channel-card.words'
import { channelsWords } from './channels.words'
import { ConnectForm } from './connect-form'
import classes from './channel-card.module.css'

/** The numbers that customers write to, and the way to another one. */
export function ChannelsSection({ mayManage }: { mayManage: boolean }) {
  const words = useWords(channelCardWords)
  return (
    <section className={classes.section} aria-labelledby="channels">
      <h2 id="channels" className={classes.heading}>
        {words.channels}
      </h2>
      <Channels mayManage={mayManage} />
    </section>
  )
}

function Channels({ mayManage }: { mayManage: boolean }) {
  const words = useWords(channelCardWords)
  const channels = useQuery(channelsQuery)
  if (channels.isPending)
    return (
      <div className={classes.card} role="status" aria-label={words.pending}>
        <Skeleton height={20} width="46%" radius="xl" />
        <Skeleton height={14} width="64%" radius="xl" mt={14} />
        <Skeleton height={44} radius="lg" mt={22} />
      </div>
    )
  if (!channels.data)
    return (
      <div className={classes.card}>
        <ErrorPicture
          {...words.error}
          icon={<IconPlugConnectedX size={34} />}
          onRetry={() => void channels.refetch()}
          busy={channels.isFetching}
        />
      </div>
    )
  const { items, webhookUrl } = channels.data
  return (
    <>
      {items.length === 0 && !mayManage && (
        <div className={classes.card}>
          <EmptyPicture {...words.none} icon={<IconPhoneOff size={34} />} />
        </div>
      )}
      {items.map((channel) => (
        <ChannelCard key={channel.id} channel={channel} webhookUrl={webhookUrl} mayManage={mayManage} />
      ))}
      {mayManage && <Connecting isFirst={items.length === 0} />}
    </>
  )
}

/** The way to a first number is open; to another it is one press. */
function Connecting({ isFirst }: { isFirst: boolean }) {
  const words = useWords(channelsWords)
  const [isOpen, setIsOpen] = useState(false)
  if (!isFirst && !isOpen)
    return (
      <Button
        variant="default"
        size="md"
        radius="lg"
        className={classes.add}
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {words.add}
      </Button>
    )
  return (
    <div className={classes.card}>
      <h3 className={classes.heading}>{words.add}</h3>
      <p className={classes.lead}>{words.addLead}</p>
      <ConnectForm onSaved={() => setIsOpen(false)} {...(isFirst ? {} : { onCancel: () => setIsOpen(false) })} />
    </div>
  )
}
