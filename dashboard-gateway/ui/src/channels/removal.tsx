import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Channel } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { toTrouble } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TroubleNote } from '../ui/trouble-note'
import { channelsQuery } from '../lib/channels'
import { disconnect } from './channels.queries'
import { channelsWords } from './channels.words'
import classes from './channels.module.css'

/** Asks before a number is taken away. */
export function Removal({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const words = useWords(channelsWords).removal
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => disconnect(channel),
    networkMode: 'always',
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(channelsQuery),
  })
  return (
    <Dialog title={words.title} close={words.no} onClose={onClose}>
      <div className={classes.removal}>
        <p>{channel.state === 'draft' ? words.draft : words.text}</p>
        <TroubleNote trouble={error ? toTrouble(error) : undefined} isBusy={isPending} onRetry={() => mutate()} />
        <div className={classes.acts}>
          <Button variant="default" size="md" radius="lg" onClick={onClose}>
            {words.no}
          </Button>
          <Button size="md" radius="lg" loading={isPending} onClick={() => mutate()}>
            {words.yes}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
