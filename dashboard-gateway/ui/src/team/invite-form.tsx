import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PendingInvitation, Role } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { mistakeAt } from '../lib/trouble'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { SelectField, TextField } from '../ui/field'
import { invitationsQuery, invite } from './team.queries'
import { teamWords } from './team.words'
import classes from './team.module.css'

/** No e-mail is sent for it yet: the link is there to be passed on. */
export function InviteForm() {
  const words = useWords(teamWords)
  const queryClient = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [invited, setInvited] = useState<PendingInvitation>()
  const { form, submit, isSaving, trouble, errors } = useSaving({
    check: () => (email.trim() === '' ? [{ field: 'email', message: words.emailMissing }] : []),
    save: async () => {
      setInvited(await invite(email.trim(), role))
      setEmail('')
      await queryClient.invalidateQueries(invitationsQuery)
    },
  })
  return (
    <form
      ref={form}
      className={classes.invite}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={words.email}
        placeholder={words.emailPlaceholder}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        error={mistakeAt(errors, 'email')}
        onChange={(event) => {
          setInvited(undefined)
          setEmail(event.currentTarget.value)
        }}
      />
      <SelectField
        label={words.role}
        description={words.roles[role].text}
        inputWrapperOrder={['label', 'input', 'description']}
        value={role}
        data={(['agent', 'owner'] as const).map((value) => ({
          value,
          label: words.roles[value].title,
        }))}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
      <TroubleNote trouble={trouble} isBusy={isSaving} onRetry={() => void submit()} />
      <Button type="submit" size="md" radius="lg" className={classes.send} loading={isSaving}>
        {words.invite}
      </Button>
      {invited && <Link invitation={invited} />}
    </form>
  )
}

function Link({ invitation: { email, link } }: { invitation: PendingInvitation }) {
  const words = useWords(teamWords)
  const [isCopied, setIsCopied] = useState(false)
  return (
    <div className={classes.link} role="status">
      <p>
        <strong>{words.invited(email)}</strong> {words.passOn}
      </p>
      <code>{link}</code>
      <Button
        variant="default"
        size="md"
        radius="lg"
        leftSection={isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        onClick={() => void navigator.clipboard.writeText(link).then(() => setIsCopied(true))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
    </div>
  )
}
