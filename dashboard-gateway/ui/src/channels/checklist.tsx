import { Button, VisuallyHidden } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCopy,
  IconLoader2,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Channel } from '../lib/api-types'
import { toReadablePhone } from '../lib/conversations'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { TextField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { channelsQuery } from '../lib/channels'
import { change } from './channels.queries'
import { channelsWords } from './channels.words'
import { useWatch } from './use-watch'
import classes from './channels.module.css'

const icons = {
  done: IconCircleCheckFilled,
  waiting: IconLoader2,
  todo: IconCircleDashed,
  wrong: IconAlertTriangleFilled,
}

interface ChecklistProps {
  channel: Channel
  webhookUrl: string
  mayManage: boolean
}

/** What stands between a number and its first answered message; each line turns green by itself. */
export function Checklist({ channel, webhookUrl, mayManage }: ChecklistProps) {
  const words = useWords(channelsWords)
  useWatch(channel)
  const isOpened = channel.checklist.find(({ step }) => step === 'credentials')?.progress === 'done'
  const isThrough = channel.checklist.every(({ progress }) => progress === 'done')
  return (
    <div className={classes.checklist}>
      {isThrough && (
        <p className={classes.through} role="status">
          <IconCircleCheckFilled size={24} aria-hidden />
          <span>
            <strong>{words.all}</strong> {words.allText}
          </span>
        </p>
      )}
      <ol aria-label={words.checklist}>
        {channel.checklist.map(({ step, progress, sentence }) => {
          const Icon = icons[progress]
          return (
            <li key={step} data-progress={progress}>
              <Icon size={24} className={classes.mark} aria-hidden />
              <div className={classes.what}>
                <strong>
                  {words.steps[step]}
                  <VisuallyHidden component="span">, {words.progress[progress]}</VisuallyHidden>
                </strong>
                <p>{sentence}</p>
                {step === 'webhook' && progress !== 'done' && isOpened && <WebhookAddress url={webhookUrl} />}
                {step === 'number' && mayManage && !channel.address && progress !== 'done' && (
                  <NumberChoice channel={channel} />
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function WebhookAddress({ url }: { url: string }) {
  const words = useWords(channelsWords)
  const [isCopied, setIsCopied] = useState(false)
  return (
    <div className={classes.address}>
      <code aria-label={words.address}>{url}</code>
      <Button
        variant="default"
        size="md"
        radius="lg"
        leftSection={isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        onClick={() => void navigator.clipboard.writeText(url).then(() => setIsCopied(true))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
      <p className={classes.where}>{words.where}</p>
    </div>
  )
}

/** The account's numbers, or one's own word where Twilio names none. */
function NumberChoice({ channel }: { channel: Channel }) {
  const words = useWords(channelsWords)
  const queryClient = useQueryClient()
  const [number, setNumber] = useState('')
  const { id, accountSid, messagingServiceSid, version, senders, checklist } = channel
  const isAnswered = checklist.find(({ step }) => step === 'credentials')?.progress === 'done'
  const { form, run, submit, isSaving, trouble, errors } = useSaving({
    check: () => (number.trim() === '' ? [{ field: 'address', message: words.enter }] : []),
    save: () => choose(number.trim()),
  })

  async function choose(address: string): Promise<void> {
    await change(id, {
      accountSid,
      ...(messagingServiceSid === undefined ? {} : { messagingServiceSid }),
      address,
      version,
    })
    await queryClient.invalidateQueries(channelsQuery)
  }

  if (!isAnswered) return null
  return (
    <form
      ref={form}
      className={classes.choice}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {senders.map(({ address, name, isOnline }) => (
        <Button
          key={address}
          variant="default"
          size="md"
          radius="lg"
          disabled={isSaving}
          onClick={() => void run(() => choose(toPhone(address)))}
        >
          <span className={classes.sender}>
            {name && <strong>{name}</strong>}
            <span>
              {toReadablePhone(toPhone(address))}
              {!isOnline && ` (${words.offline})`}
            </span>
          </span>
        </Button>
      ))}
      {senders.length === 0 && (
        <>
          <TextField
            label={words.enter}
            placeholder={words.numberPlaceholder}
            type="tel"
            autoComplete="off"
            maxLength={40}
            value={number}
            error={mistakeAt(errors, 'address')}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" size="md" radius="lg" loading={isSaving}>
            {words.use}
          </Button>
        </>
      )}
      <TroubleNote
        trouble={trouble}
        isBusy={isSaving}
        onRetry={() => void submit()}
        onReload={() => void queryClient.invalidateQueries(channelsQuery)}
      />
    </form>
  )
}

export function toPhone(address: string): string {
  return address.replace(/^whatsapp:/, '')
}
