import { Loader } from '@mantine/core'
import { IconDownload, IconPlayerPlayFilled, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../lib/i18n'
import { save } from '../../lib/save-file'
import { fileQuery, type Held } from './attachment.queries'
import { attachmentWords } from './attachment.words'
import { useBlobSource } from './blob-source'
import classes from './attachments.module.css'

/** A film: up to 16 MB, so that it is fetched only when somebody wants to see it. */
export function VideoPlayer({ held, size, name }: { held: Held; size: number | undefined; name: string }) {
  const words = useWords(attachmentWords)
  const [isWanted, setIsWanted] = useState(false)
  const file = useQuery({ ...fileQuery(held), enabled: isWanted })
  if (file.data) return <Playing blob={file.data} name={name} />
  return (
    <button
      type="button"
      className={classes.film}
      aria-busy={file.isFetching}
      onClick={() => (isWanted ? void file.refetch() : setIsWanted(true))}
    >
      <span className={classes.filmIcon}>
        {file.isFetching ? (
          <Loader size="sm" color="currentColor" aria-hidden />
        ) : file.isError ? (
          <IconRefresh size={22} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={22} aria-hidden />
        )}
      </span>
      <span className={classes.fileText}>
        <strong>{file.isError ? words.retry : words.showVideo}</strong>
        <span>
          {file.isError
            ? words.failed
            : file.isFetching
              ? words.downloading
              : size === undefined
                ? words.video
                : words.size(size)}
        </span>
      </span>
    </button>
  )
}

function Playing({ blob, name }: { blob: Blob; name: string }) {
  const words = useWords(attachmentWords)
  const source = useBlobSource(blob)
  const [isUnplayable, setIsUnplayable] = useState(false)
  if (isUnplayable)
    return (
      <span className={classes.unplayable}>
        {words.unplayable}
        <button type="button" className={classes.again} onClick={() => save(blob, name)}>
          <IconDownload size={17} aria-hidden />
          {words.save}
        </button>
      </span>
    )
  return (
    <video
      ref={source}
      className={classes.video}
      aria-label={words.video}
      controls
      playsInline
      autoPlay
      onError={() => setIsUnplayable(true)}
    />
  )
}
