import { IconChevronRight, IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../lib/i18n'
import { questionGroupsQuery } from '../faq.queries'
import { questionsWords } from './questions.words'
import classes from './questions.module.css'

/** That customers wait for answers, and the way there; nothing while none do. */
export function WaitingQuestions() {
  const words = useWords(questionsWords)
  const { data: groups = [] } = useQuery(questionGroupsQuery)
  if (groups.length === 0) return null
  return (
    <Link to="/faqs/questions" className={classes.waiting}>
      <IconMessageQuestion size={24} aria-hidden />
      <span>{words.waiting(groups.length)}</span>
      <IconChevronRight size={20} aria-hidden />
    </Link>
  )
}
