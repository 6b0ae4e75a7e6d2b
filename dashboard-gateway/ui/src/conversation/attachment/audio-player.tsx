import { IconDownload, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useWords } from '../../lib/i18n'
import { save } from '../../lib/save-file'
import { attachmentWords } from './attachment.words'
import { useBlobSource } from './blob-source'
import classes from './attachments.module.css'

/** A voice message: heard in the conversation, and kept as a file where the browser cannot play it. */
export function AudioPlayer({ blob, name }: { blob: Blob; name: string }) {
  const words = useWords(attachmentWords)
  const source = useBlobSource(blob)
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setIsPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const [isUnplayable, setIsUnplayable] = useState(false)

  function toggle(): void {
    const player = audio.current
    if (!player) return
    if (player.paused) void player.play().catch(() => setIsUnplayable(true))
    else player.pause()
  }

  return (
    <div className={classes.audio} role="group" aria-label={words.voice}>
      <audio
        ref={(element) => {
          audio.current = element
          return source(element)
        }}
        preload="metadata"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onError={() => setIsUnplayable(true)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onDurationChange={(event) => setLength(finite(event.currentTarget.duration))}
      />
      {isUnplayable ? (
        <span className={classes.unplayable}>
          {words.unplayable}
          <button type="button" className={classes.again} onClick={() => save(blob, name)}>
            <IconDownload size={17} aria-hidden />
            {words.save}
          </button>
        </span>
      ) : (
        <>
          <button
            type="button"
            className={classes.play}
            aria-label={isPlaying ? words.pause : words.play}
            onClick={toggle}
          >
            {isPlaying ? (
              <IconPlayerPauseFilled size={20} aria-hidden />
            ) : (
              <IconPlayerPlayFilled size={20} aria-hidden />
            )}
          </button>
          <input
            type="range"
            className={classes.seek}
            aria-label={words.position}
            aria-valuetext={`${toMinutes(at)} / ${toMinutes(length)}`}
            min={0}
            max={length || 1}
            step={0.1}
            value={Math.min(at, length || 1)}
            disabled={length === 0}
            onChange={(event) => {
              const chosen = Number(event.currentTarget.value)
              if (audio.current) audio.current.currentTime = chosen
              setAt(chosen)
            }}
          />
          <span className={classes.clock} aria-hidden>
            {toMinutes(isPlaying || at > 0 ? at : length)}
          </span>
        </>
      )}
    </div>
  )
}

/** "1:04" */
function toMinutes(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function finite(seconds: number): number {
  return Number.isFinite(seconds) ? seconds : 0
}
