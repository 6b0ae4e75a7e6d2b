import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { WordMark } from '../ui/word-mark'
import classes from './welcome.module.css'

/** The front door: before there is a workspace to show. */
export function Welcome({ busy, children }: { busy?: string; children?: ReactNode }) {
  return (
    <main className={classes.door}>
      <div className={classes.sign}>
        <WordMark size={44} />
      </div>
      {busy !== undefined && (
        <p className={classes.busy} role="status">
          <Loader size="sm" color="currentColor" aria-hidden />
          {busy}
        </p>
      )}
      {children !== undefined && <div className={classes.card}>{children}</div>}
    </main>
  )
}
