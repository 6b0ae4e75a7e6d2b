import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../lib/i18n'
import { onboardingQuery } from './setup.queries'
import { setupWords } from './setup.words'
import classes from './finish-setup.module.css'

/** The quiet way back to a wizard that was left early; nothing once it is through, or while that is not known. */
export function FinishSetup() {
  const words = useWords(setupWords)
  const { data } = useQuery(onboardingQuery)
  if (!data || data.finished) return null
  const left = data.steps.filter(({ state }) => state !== 'open').length
  return (
    <Link to="/onboarding" className={classes.finish}>
      <span className={classes.words}>{words.finish(left, data.steps.length)}</span>
      <IconArrowRight size={17} aria-hidden />
      <progress className={classes.progress} value={left} max={data.steps.length} aria-hidden />
    </Link>
  )
}
