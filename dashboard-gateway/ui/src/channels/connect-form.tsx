import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Channel, ConnectRequest, FieldError } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { TextField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { channelsQuery } from '../lib/channels'
import { change, connect } from './channels.queries'
import { channelsWords } from './channels.words'
import classes from './channels.module.css'

interface ConnectFormProps {
  /** One whose account is entered anew. */
  channel?: Channel
  onSaved?: (channel: Channel) => void
  onCancel?: () => void
}

/** What Twilio's console shows of an account, pasted as it is. */
export function ConnectForm({ channel, onSaved, onCancel }: ConnectFormProps) {
  const words = useWords(channelsWords)
  const queryClient = useQueryClient()
  const isConnected = channel?.state === 'connected'
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [accountSid, setAccountSid] = useState(channel?.accountSid ?? '')
  const [authToken, setAuthToken] = useState('')
  const [address, setAddress] = useState(channel?.address?.replace(/^whatsapp:/, '') ?? '')
  const [messagingServiceSid, setService] = useState(channel?.messagingServiceSid ?? '')
  const hasToken = channel !== undefined && channel.state !== 'disconnected'
  const isSameAccount = accountSid.trim() === channel?.accountSid

  const { form, submit, isSaving, trouble, errors } = useSaving({
    check: () => {
      const missing: FieldError[] = []
      if (accountSid.trim() === '') missing.push({ field: 'accountSid', message: words.accountMissing })
      if (authToken.trim() === '' && !(hasToken && isSameAccount))
        missing.push({ field: 'authToken', message: words.tokenMissing })
      return missing
    },
    save: async () => {
      const entered: ConnectRequest = {
        accountSid: accountSid.trim(),
        ...(authToken.trim() === '' ? {} : { authToken: authToken.trim() }),
        ...(address.trim() === '' ? {} : { address: address.trim() }),
        ...(messagingServiceSid.trim() === '' ? {} : { messagingServiceSid: messagingServiceSid.trim() }),
      }
      const saved = channel
        ? await change(channel.id, { ...entered, version: channel.version })
        : await connect(entered, key)
      setAuthToken('')
      await queryClient.invalidateQueries(channelsQuery)
      onSaved?.(saved)
    },
  })

  // Another content is another number.
  const typed = (set: (value: string) => void) => (event: { currentTarget: { value: string } }) => {
    setKey(crypto.randomUUID())
    set(event.currentTarget.value)
  }

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {!isConnected && (
        <TextField
          label={words.accountSid}
          description={words.accountHint}
          placeholder="AC…"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={60}
          value={accountSid}
          error={mistakeAt(errors, 'accountSid')}
          onChange={typed(setAccountSid)}
        />
      )}
      <TextField
        label={words.authToken}
        description={hasToken && isSameAccount && !isConnected ? words.tokenKept : words.tokenHint}
        type="password"
        autoComplete="new-password"
        maxLength={60}
        value={authToken}
        error={mistakeAt(errors, 'authToken')}
        onChange={typed(setAuthToken)}
      />
      {!isConnected && (
        <TextField
          label={words.number}
          optional={words.optional}
          description={words.numberHint}
          placeholder={words.numberPlaceholder}
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={address}
          error={mistakeAt(errors, 'address')}
          onChange={typed(setAddress)}
        />
      )}
      <details className={classes.more} open={messagingServiceSid !== '' || undefined}>
        <summary>{words.serviceLead}</summary>
        <TextField
          label={words.service}
          placeholder="MG…"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={60}
          value={messagingServiceSid}
          error={mistakeAt(errors, 'messagingServiceSid')}
          onChange={typed(setService)}
        />
      </details>
      <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={() => void submit()} />
      <div className={classes.acts}>
        {onCancel && (
          <Button variant="subtle" size="md" radius="lg" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
        <Button type="submit" size="md" radius="lg" loading={isSaving}>
          {isConnected ? words.saveToken : words.connect}
        </Button>
      </div>
    </form>
  )
}
