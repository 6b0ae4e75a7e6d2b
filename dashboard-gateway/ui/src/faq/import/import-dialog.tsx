import { Button, Loader } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportPreview } from '../../lib/api-types'
import { Problem } from '../../lib/fetch-json'
import { useWords } from '../../lib/i18n'
import { save } from '../../lib/save-file'
import { toTrouble } from '../../lib/trouble'
import { Dialog } from '../../ui/dialog'
import { TroubleNote } from '../../ui/trouble-note'
import { faqsQuery, fetchSample, importFaqs } from '../faq.queries'
import { FileChoice } from './file-choice'
import { Lines } from './lines'
import { importWords } from './import.words'
import classes from './import.module.css'

const WRONG_BY_NOW = 422

interface ImportDialogProps {
  onClose: () => void
  /** Says what was done. */
  onDone: (said: string) => void
}

/** A file of FAQs: chosen, looked at line by line, corrected and chosen again, and only then saved. */
export function ImportDialog({ onClose, onDone }: ImportDialogProps) {
  const words = useWords(importWords)
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File>()
  const look = useMutation({ mutationFn: (chosen: File) => importFaqs(chosen, false), networkMode: 'always' })
  const commit = useMutation({
    mutationFn: (chosen: File) => importFaqs(chosen, true),
    networkMode: 'always',
    onSuccess: async ({ counts }) => {
      await queryClient.invalidateQueries(faqsQuery)
      onDone(words.done(counts.new, counts.changed))
    },
    // Somebody changed the list since it was looked at.
    onError: (error, chosen) => {
      if (error instanceof Problem && error.status === WRONG_BY_NOW) look.mutate(chosen)
    },
  })
  const sample = useMutation({
    mutationFn: fetchSample,
    networkMode: 'always',
    onSuccess: (bytes) => save(bytes, 'exemple-questions-frequentes.csv'),
  })

  function choose(chosen: File): void {
    setFile(chosen)
    commit.reset()
    look.mutate(chosen)
  }

  const preview = look.isPending ? undefined : look.data
  const error = commit.error ?? look.error ?? sample.error
  return (
    <Dialog title={words.title} close={words.close} onClose={onClose}>
      <div className={classes.sheet}>
        <p className={classes.lead}>{words.lead}</p>
        <FileChoice hasFile={file !== undefined} isDisabled={commit.isPending} onChoose={choose} />
        <Button
          variant="subtle"
          size="sm"
          className={classes.sample}
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          loading={sample.isPending}
          onClick={() => sample.mutate()}
        >
          {words.sample}
        </Button>
        {file && look.isPending && (
          <p className={classes.reading} role="status">
            <Loader size={18} aria-hidden /> {words.reading(file.name)}
          </p>
        )}
        <TroubleNote
          trouble={error ? toTrouble(error) : undefined}
          isBusy={look.isPending || commit.isPending}
          onRetry={() => file && (commit.error ? commit : look).mutate(file)}
        />
        {file && preview && <Preview name={file.name} preview={preview} />}
      </div>
      <div className={classes.choices}>
        <Button variant="default" size="md" radius="lg" onClick={onClose}>
          {words.cancel}
        </Button>
        {file && preview && toSave(preview) > 0 && (
          <Button
            size="md"
            radius="lg"
            disabled={preview.counts.wrong > 0}
            loading={commit.isPending}
            onClick={() => commit.mutate(file)}
          >
            {words.save(toSave(preview))}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function toSave({ counts }: ImportPreview): number {
  return counts.new + counts.changed
}

const STATES = ['wrong', 'new', 'changed', 'duplicate', 'unchanged'] as const

function Preview({ name, preview }: { name: string; preview: ImportPreview }) {
  const words = useWords(importWords)
  const { counts, lines } = preview
  return (
    <section className={classes.preview} aria-label={name}>
      <h3 className={classes.name}>{name}</h3>
      <ul className={classes.counts}>
        {STATES.filter((state) => counts[state] > 0).map((state) => (
          <li key={state} data-state={state}>
            {words.counts[state](counts[state])}
          </li>
        ))}
      </ul>
      {counts.wrong > 0 ? (
        <div className={classes.wrong} role="alert">
          <strong>{words.wrong.title(counts.wrong)}</strong>
          <span>{words.wrong.text(counts.wrong)}</span>
        </div>
      ) : (
        toSave(preview) === 0 && <p role="status">{words.nothing}</p>
      )}
      <Lines lines={lines} />
    </section>
  )
}
