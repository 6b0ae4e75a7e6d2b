import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Channel } from '../lib/api-types'
import { channelsQuery } from '../lib/channels'
import { useWords } from '../lib/i18n'
import { channelsWords } from './channels.words'
import { Checklist } from './checklist'
import { ConnectForm } from './connect-form'
import cardClasses from './channel-card.module.css'
import classes from './channels.module.css'

/** The way to a first number: its account, then what is left to do, which turns green by itself. */
export function ConnectNumber() {
  const words = useWords(channelsWords)
  const channels = useQuery(channelsQuery)
  if (!channels.data) return null
  const { items, webhookUrl } = channels.data
  const channel = items.find(({ state }) => state !== 'disconnected')
  return (
    <section className={cardClasses.card} aria-label={channel ? words.checklist : words.add}>
      {channel ? (
        <Connecting channel={channel} webhookUrl={webhookUrl} />
      ) : (
        <>
          <p className={classes.account}>{words.account}</p>
          <ConnectForm />
        </>
      )}
    </section>
  )
}

function Connecting({ channel, webhookUrl }: { channel: Channel; webhookUrl: string }) {
  const words = useWords(channelsWords)
  const [isEntering, setIsEntering] = useState(false)
  if (isEntering)
    return <ConnectForm channel={channel} onSaved={() => setIsEntering(false)} onCancel={() => setIsEntering(false)} />
  return (
    <>
      <Checklist channel={channel} webhookUrl={webhookUrl} mayManage />
      {channel.state === 'draft' && (
        <Button variant="subtle" size="md" radius="lg" className={classes.again} onClick={() => setIsEntering(true)}>
          {words.again}
        </Button>
      )}
    </>
  )
}
