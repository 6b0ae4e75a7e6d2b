import type { ChangedAnswer, Replay } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { replayWords } from './replay.words'
import classes from './replay.module.css'

/** As many as anybody compares. */
const SHOWN = 20

/** Which answers would change, or that none would; null: nobody knows. */
export function ChangedAnswers({ replay }: { replay: Replay | null }) {
  const words = useWords(replayWords)
  if (!replay)
    return (
      <div ref={toSight} className={classes.review} role="status">
        <strong>{words.unknown.title}</strong>
        <p>{words.unknown.text}</p>
      </div>
    )
  const { changed, questions } = replay
  if (changed.length === 0)
    return (
      <p className={classes.none} role="status">
        {words.none(questions)}
      </p>
    )
  return (
    <div ref={toSight} className={classes.review} role="status">
      <strong>{words.changes(changed.length, questions)}</strong>
      <ul className={classes.list}>
        {changed.slice(0, SHOWN).map((answer) => (
          <Changed key={answer.question} answer={answer} />
        ))}
      </ul>
      {changed.length > SHOWN && <p>{words.more(changed.length - SHOWN)}</p>}
    </div>
  )
}

/** It comes below a form that fills the screen. */
function toSight(review: HTMLElement | null): void {
  review?.scrollIntoView({ block: 'start' })
}

function Changed({ answer: { question, times, before, after } }: { answer: ChangedAnswer }) {
  const words = useWords(replayWords)
  const said = (faqs: string[]) => (faqs.length === 0 ? words.person : faqs.join(' + '))
  return (
    <li>
      <span className={classes.question}>
        {question} {times > 1 && <small>({words.asked(times)})</small>}
      </span>
      <dl className={classes.sides}>
        <dt>{words.before}</dt>
        <dd>{said(before)}</dd>
        <dt>{words.after}</dt>
        <dd>{after.length > 0 && before.join() === after.join() ? words.reworded : said(after)}</dd>
      </dl>
    </li>
  )
}
