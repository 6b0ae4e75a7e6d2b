import { IconAlertCircle, IconPaperclip, IconRefresh } from '@tabler/icons-react'
import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Attachment, Message } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { toPlainFileName } from '../../lib/plain'
import { fileQuery, type Held } from './attachment.queries'
import { attachmentWords } from './attachment.words'
import { AudioPlayer } from './audio-player'
import { ContactCards } from './contact-cards'
import { DocumentLine } from './document-line'
import { Picture, Sticker } from './picture'
import { useNear } from './use-near'
import { VideoPlayer } from './video-player'
import classes from './attachments.module.css'

interface AttachmentsProps {
  conversation: string
  message: Message
  /** Who sent them, as a screen reader says it of a picture. */
  from: string
}

/** What came with a message: on its way, there, or not to be had, each in its own words. */
export function Attachments({ conversation, message, from }: AttachmentsProps) {
  const words = useWords(attachmentWords)
  return message.attachments.map((attachment) => {
    const { index, state, problem } = attachment
    if (state === 'pending')
      return (
        <span key={index} className={classes.pending} data-attachment="pending">
          <IconPaperclip size={18} aria-hidden />
          {words.pending}
        </span>
      )
    if (state === 'unavailable')
      return (
        <span key={index} className={classes.unavailable} data-attachment="unavailable">
          <IconAlertCircle size={18} aria-hidden />
          {problem ?? words.unavailable}
        </span>
      )
    return (
      <Ready
        key={index}
        attachment={attachment}
        held={{ conversation, message: message.id, index }}
        kind={toKind(attachment, message)}
        from={from}
      />
    )
  })
}

type Kind = 'picture' | 'sticker' | 'sound' | 'film' | 'contact' | 'file'

/** By what its first bytes said. What a browser could run, such as a drawing in SVG, is a file like any other. */
function toKind({ contentType }: Attachment, message: Message): Kind {
  const type = contentType.toLowerCase().split(';')[0]?.trim() ?? ''
  if (/^image\/(jpeg|png|webp|gif)$/.test(type)) return message.kind === 'sticker' ? 'sticker' : 'picture'
  if (type.startsWith('audio/')) return 'sound'
  if (/^video\/(mp4|3gpp|webm|quicktime)$/.test(type)) return 'film'
  return /^text\/(x-)?vcard$/.test(type) ? 'contact' : 'file'
}

interface ReadyProps {
  attachment: Attachment
  held: Held
  kind: Kind
  from: string
}

function Ready({ attachment, held, kind, from }: ReadyProps) {
  const words = useWords(attachmentWords)
  const name = toPlainFileName(attachment.fileName)
  switch (kind) {
    case 'picture':
      return (
        <Fetched held={held} kind={kind}>
          {(blob) => <Picture blob={blob} label={words.photoFrom(from)} name={name ?? `photo${ending(attachment)}`} />}
        </Fetched>
      )
    case 'sticker':
      return (
        <Fetched held={held} kind={kind}>
          {(blob) => <Sticker blob={blob} />}
        </Fetched>
      )
    case 'sound':
      return (
        <Fetched held={held} kind={kind}>
          {(blob) => <AudioPlayer blob={blob} name={name ?? `message-vocal${ending(attachment)}`} />}
        </Fetched>
      )
    case 'contact':
      return (
        <Fetched held={held} kind={kind}>
          {(blob) => <ContactCards blob={blob} />}
        </Fetched>
      )
    case 'film':
      return <VideoPlayer held={held} size={attachment.size} name={name ?? `video${ending(attachment)}`} />
    case 'file':
      return (
        <DocumentLine held={held} size={attachment.size} name={name ?? words.document} type={attachment.contentType} />
      )
  }
}

function ending({ contentType }: Attachment): string {
  const subtype = /^[a-z]+\/([a-z0-9]{2,5})\b/i.exec(contentType)?.[1]?.toLowerCase()
  return subtype === undefined ? '' : `.${subtype === 'jpeg' ? 'jpg' : subtype}`
}

/** What is small enough to be fetched as soon as it comes near. */
function Fetched({ held, kind, children }: { held: Held; kind: Kind; children: (blob: Blob) => ReactNode }) {
  const words = useWords(attachmentWords)
  const [isNear, watch] = useNear()
  const file = useQuery({ ...fileQuery(held), enabled: isNear })
  if (file.data) return children(file.data)
  if (file.isError)
    return (
      <span className={classes.failed}>
        {words.failed}
        <button type="button" className={classes.again} onClick={() => void file.refetch()}>
          <IconRefresh size={17} aria-hidden />
          {words.retry}
        </button>
      </span>
    )
  return (
    <span ref={watch} className={classes.coming} data-kind={kind} role="img" aria-label={words.loading}>
      <Loader size="sm" color="currentColor" aria-hidden />
    </span>
  )
}
