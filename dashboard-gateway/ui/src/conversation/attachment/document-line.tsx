import { Loader } from '@mantine/core'
import { IconDownload, IconFileText } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../lib/i18n'
import { save } from '../../lib/save-file'
import { fileQuery, type Held } from './attachment.queries'
import { attachmentWords } from './attachment.words'
import classes from './attachments.module.css'

interface DocumentLineProps {
  held: Held
  name: string
  size: number | undefined
  type: string
}

/** A file by its name and size. It is handed over to be kept, never opened here. */
export function DocumentLine({ held, name, size, type }: DocumentLineProps) {
  const words = useWords(attachmentWords)
  const queryClient = useQueryClient()
  const [hasFailed, setHasFailed] = useState(false)
  const { isFetching } = useQuery({ ...fileQuery(held), enabled: false })

  async function download(): Promise<void> {
    setHasFailed(false)
    try {
      save(await queryClient.query(fileQuery(held)), name)
    } catch {
      setHasFailed(true)
    }
  }

  return (
    <button
      type="button"
      className={classes.file}
      aria-label={words.download(name)}
      aria-busy={isFetching}
      disabled={isFetching}
      onClick={() => void download()}
    >
      <span className={classes.fileIcon}>
        <IconFileText size={22} aria-hidden />
      </span>
      <span className={classes.fileText}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span>
          {hasFailed ? words.failed : [toShortType(type), size && words.size(size)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {isFetching ? <Loader size="xs" color="currentColor" aria-hidden /> : <IconDownload size={19} aria-hidden />}
    </button>
  )
}

/** "PDF" */
function toShortType(type: string): string | undefined {
  return /^application\/(pdf|zip|json)\b/i.exec(type)?.[1]?.toUpperCase()
}
