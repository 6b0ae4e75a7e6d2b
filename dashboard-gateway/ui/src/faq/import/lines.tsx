import { useMemo } from 'react'
import type { ImportLine } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { importWords } from './import.words'
import classes from './import.module.css'

/** As many as anybody reads. */
const SHOWN = 200

const FIRST: Record<ImportLine['state'], number> = { wrong: 0, duplicate: 1, changed: 2, new: 3, unchanged: 4 }

/** The lines of a file, those to be looked at first. */
export function Lines({ lines }: { lines: ImportLine[] }) {
  const words = useWords(importWords)
  const sorted = useMemo(() => lines.toSorted((a, b) => FIRST[a.state] - FIRST[b.state] || a.line - b.line), [lines])
  return (
    <>
      <ul className={classes.lines} aria-label={words.list}>
        {sorted.slice(0, SHOWN).map(({ line, question, state, errors }) => (
          <li key={line} data-state={state}>
            <span className={classes.number}>{words.line(line)}</span>
            <span className={classes.asked}>{question}</span>
            <span className={classes.state}>{words.states[state]}</span>
            {errors.map(({ field, message }) => (
              <small key={`${field} ${message}`}>{message}</small>
            ))}
          </li>
        ))}
      </ul>
      {sorted.length > SHOWN && <p className={classes.more}>{words.more(sorted.length - SHOWN)}</p>}
    </>
  )
}
