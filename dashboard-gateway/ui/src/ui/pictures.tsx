import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import classes from './pictures.module.css'

interface Telling {
  title: string
  text?: string
  icon: ReactNode
}

/** Nothing is here, and that is all right. */
export function EmptyPicture({ title, text, icon }: Telling) {
  return (
    <div className={classes.picture}>
      <span className={classes.icon}>{icon}</span>
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
    </div>
  )
}

/** It did not work, and what can be done. */
export function ErrorPicture({
  title,
  text,
  icon,
  retry,
  onRetry,
  busy,
}: Telling & { retry: string; onRetry: () => void; busy?: boolean }) {
  return (
    <div className={classes.picture} role="alert">
      <span className={classes.icon} data-wrong>
        {icon}
      </span>
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      <Button size="md" onClick={onRetry} loading={busy}>
        {retry}
      </Button>
    </div>
  )
}
