import type { Apply } from '../live/fold'
import { questionGroupsQuery } from './faq.queries'

/** A question that stays open is there without a reload. */
export const applyToFaqs: Apply = (queryClient, change) => {
  if (change.type === 'QuestionRecorded') void queryClient.invalidateQueries(questionGroupsQuery)
}
