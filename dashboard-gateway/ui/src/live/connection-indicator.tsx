import { useWords } from '../lib/i18n'
import classes from './connection-indicator.module.css'
import { useConnection } from './live-provider'
import { liveWords } from './live.words'

/** How fresh the screen is, in two words and a dot whose shape changes too. */
export function ConnectionIndicator() {
  const connection = useConnection()
  const { short, long } = useWords(liveWords)[connection]
  return (
    <span className={classes.indicator} role="status" title={long} data-connection={connection}>
      <span className={classes.dot} aria-hidden />
      {short}
    </span>
  )
}
