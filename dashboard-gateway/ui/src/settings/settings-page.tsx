import { Skeleton } from '@mantine/core'
import { IconPhoneOff, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { ChannelCard } from './channel-card'
import { OptOutLedger } from './opt-out-ledger'
import { channelsQuery } from './settings.queries'
import { settingsWords } from './settings.words'
import classes from './settings-page.module.css'

/** What the business says of itself, how its numbers are, and who wants no messages. */
export function SettingsPage({ business }: { business?: ReactNode }) {
  const words = useWords(settingsWords)
  return (
    <div className={classes.page}>
      <title>{`${words.title} · Accueil`}</title>
      <div className={classes.column}>
        <h1 className={classes.title}>{words.title}</h1>
        {business}
        <section className={classes.section} aria-labelledby="channels">
          <h2 id="channels" className={classes.heading}>
            {words.channels}
          </h2>
          <Channels />
        </section>
        <OptOutLedger />
      </div>
    </div>
  )
}

function Channels() {
  const words = useWords(settingsWords)
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
  if (channels.data.items.length === 0)
    return (
      <div className={classes.card}>
        <EmptyPicture {...words.none} icon={<IconPhoneOff size={34} />} />
      </div>
    )
  return channels.data.items.map((channel) => <ChannelCard key={channel.id} channel={channel} />)
}
