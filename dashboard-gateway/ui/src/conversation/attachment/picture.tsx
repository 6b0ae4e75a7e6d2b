import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../lib/i18n'
import { save } from '../../lib/save-file'
import { Dialog } from '../../ui/dialog'
import { attachmentWords } from './attachment.words'
import { useBlobSource } from './blob-source'
import classes from './attachments.module.css'

/** A photo in the conversation; pressed, it has the whole screen. */
export function Picture({ blob, label, name }: { blob: Blob; label: string; name: string }) {
  const words = useWords(attachmentWords)
  const source = useBlobSource(blob)
  const [isLarge, setIsLarge] = useState(false)
  return (
    <>
      <button type="button" className={classes.picture} title={words.enlarge} onClick={() => setIsLarge(true)}>
        <img ref={source} alt={label} decoding="async" />
      </button>
      {isLarge && (
        <Dialog title={label} close={words.close} onClose={() => setIsLarge(false)} whole>
          <LargePicture blob={blob} label={label} />
          <div className={classes.viewerActs}>
            <button type="button" className={classes.viewerAct} onClick={() => save(blob, name)}>
              <IconDownload size={19} aria-hidden />
              {words.save}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function LargePicture({ blob, label }: { blob: Blob; label: string }) {
  const source = useBlobSource(blob)
  return (
    <div className={classes.large}>
      <img ref={source} alt={label} />
    </div>
  )
}

export function Sticker({ blob }: { blob: Blob }) {
  const words = useWords(attachmentWords)
  const source = useBlobSource(blob)
  return <img ref={source} className={classes.sticker} alt={words.sticker} decoding="async" />
}
