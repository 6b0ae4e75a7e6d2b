import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../lib/i18n'
import { save } from '../lib/save-file'
import { toTrouble } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Switch } from '../ui/switch'
import { TroubleNote } from '../ui/trouble-note'
import { eraseCustomer, exportCustomer } from './privacy.queries'
import { privacyWords } from './privacy.words'
import classes from './privacy.module.css'

interface CustomerDataProps {
  /** Any conversation or booking of theirs. */
  customer: string
  name: string
  /** Leads to the receipt. */
  onErased: (erasure: string) => void
}

/** What a customer may ask of an owner: all that is held on them, or that nothing is any more. */
export function CustomerData({ customer, name, onErased }: CustomerDataProps) {
  const words = useWords(privacyWords).customer
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={classes.shield} aria-label={words.open} onClick={() => setOpen(true)}>
        <IconShieldLock size={22} aria-hidden />
      </button>
      {isOpen && (
        <Dialog title={words.title(name)} close={words.close} onClose={() => setOpen(false)}>
          <div className={classes.sheet}>
            <Export customer={customer} />
            <Erase customer={customer} onErased={onErased} />
          </div>
        </Dialog>
      )}
    </>
  )
}

function Export({ customer }: { customer: string }) {
  const words = useWords(privacyWords).customer
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => exportCustomer(customer),
    networkMode: 'always',
    onSuccess: (archive) => save(archive, 'donnees-client.zip'),
  })
  return (
    <section aria-labelledby="export">
      <h3 id="export">{words.exportTitle}</h3>
      <p>{words.exportText}</p>
      <TroubleNote trouble={error ? toTrouble(error) : undefined} isBusy={isPending} onRetry={() => mutate()} />
      <Button size="md" radius="lg" variant="default" loading={isPending} onClick={() => mutate()}>
        {words.exportDo}
      </Button>
    </section>
  )
}

function Erase({ customer, onErased }: Omit<CustomerDataProps, 'name'>) {
  const words = useWords(privacyWords).customer
  const [note, setNote] = useState('')
  const [isSure, setSure] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => eraseCustomer(customer, note, key),
    networkMode: 'always',
    onSuccess: ({ id }) => onErased(id),
  })
  return (
    <section aria-labelledby="erase">
      <h3 id="erase">{words.eraseTitle}</h3>
      <p>{words.eraseText}</p>
      <p>{words.kept}</p>
      <TextField
        label={words.note}
        description={words.noteHint}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.sure}>
        <Switch label={words.confirm} isOn={isSure} onChange={setSure} />
      </div>
      <TroubleNote trouble={error ? toTrouble(error) : undefined} isBusy={isPending} onRetry={() => mutate()} />
      <Button size="md" radius="lg" color="red" disabled={!isSure} loading={isPending} onClick={() => mutate()}>
        {words.eraseDo}
      </Button>
    </section>
  )
}
