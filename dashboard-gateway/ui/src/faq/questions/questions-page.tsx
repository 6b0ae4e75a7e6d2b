import { Skeleton } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck, IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Faq, QuestionGroup } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { EmptyPicture, ErrorPicture } from '../../ui/pictures'
import { blank, toDraft, type Draft } from '../draft'
import { FaqEditor } from '../faq-editor'
import { questionGroupsQuery } from '../faq.queries'
import { Question } from './question'
import { questionsWords } from './questions.words'
import page from '../faq-page.module.css'
import classes from './questions.module.css'

/** What an answer is written for. */
interface Writing {
  settles: string
  start: Draft
  faq?: Faq
}

/** What customers asked and nobody could say; owners write the answers, everybody sets aside what needs none. */
export function QuestionsPage({ mayManage }: { mayManage: boolean }) {
  const words = useWords(questionsWords)
  const groups = useQuery(questionGroupsQuery)
  const [writing, setWriting] = useState<Writing>()
  return (
    <div className={page.page}>
      <title>{`${words.title} · Accueil`}</title>
      <div className={page.columns}>
        <div className={page.column}>
          <Link to="/faqs" className={classes.back}>
            <IconArrowLeft size={20} aria-hidden />
            {words.back}
          </Link>
          <h1 className={page.title}>{words.title}</h1>
          <p className={page.lead}>{mayManage ? words.lead : words.readOnly}</p>
          {groups.isPending ? (
            <div className={page.card} role="status" aria-label={words.pending}>
              {[62, 48, 56].map((width) => (
                <Skeleton key={width} height={18} width={`${width}%`} radius="xl" my={14} />
              ))}
            </div>
          ) : !groups.data ? (
            <div className={page.card}>
              <ErrorPicture
                {...words.error}
                icon={<IconMessageQuestion size={34} />}
                onRetry={() => void groups.refetch()}
                busy={groups.isFetching}
              />
            </div>
          ) : groups.data.length === 0 ? (
            <div className={page.card}>
              <EmptyPicture {...words.none} icon={<IconCircleCheck size={34} />} />
            </div>
          ) : (
            <ul className={page.list}>
              {groups.data.map((group) => (
                <Question
                  key={group.id}
                  group={group}
                  mayManage={mayManage}
                  onAnswer={() => setWriting({ settles: group.id, start: toNew(group) })}
                  onSame={(faq) => setWriting({ settles: group.id, start: toVariants(faq, group), faq })}
                />
              ))}
            </ul>
          )}
        </div>
      </div>
      {writing && <FaqEditor {...writing} onClose={() => setWriting(undefined)} />}
    </div>
  )
}

/** As many as a FAQ takes. */
const VARIANTS = 30

/** A new FAQ that asks what they asked, in all their ways. */
function toNew({ question, members }: QuestionGroup): Draft {
  const others = members.map(({ text }) => text).filter((text) => text !== question)
  return { ...blank, question, variants: others.slice(0, VARIANTS).join('\n') }
}

/** A FAQ that is there, which they asked in other words. */
function toVariants(faq: Faq, { members }: QuestionGroup): Draft {
  const known = new Set([faq.question, ...faq.variants])
  const others = members.map(({ text }) => text).filter((text) => !known.has(text))
  return { ...toDraft(faq), variants: [...faq.variants, ...others].slice(0, VARIANTS).join('\n') }
}
