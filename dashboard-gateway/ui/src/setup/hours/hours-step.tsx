import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Hours, Suggestions } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { hoursQuery } from '../../lib/business'
import { saveHours, suggestionsQuery } from '../setup.queries'
import { setupWords } from '../setup.words'
import { StepForm, StepWaiting } from '../step-form'
import { useStep, type StepProps } from '../step'
import { useKept } from '../use-kept'
import { HolidayEditor } from './holiday-editor'
import { hoursWords } from './hours.words'
import { DAYS, mistakesOf, toDays, toWeek } from './week'
import { WeekEditor } from './week-editor'
import classes from './hours.module.css'

/** When the business is open. */
export function HoursStep(props: StepProps) {
  const hours = useQuery(hoursQuery)
  const suggestions = useQuery(suggestionsQuery)
  if (hours.data && suggestions.data)
    return <OpeningHours {...props} hours={hours.data} suggestions={suggestions.data} />
  return (
    <StepWaiting
      isBroken={(hours.isError && !hours.data) || (suggestions.isError && !suggestions.data)}
      isAsking={hours.isFetching || suggestions.isFetching}
      onRetry={() => {
        void hours.refetch()
        void suggestions.refetch()
      }}
    />
  )
}

/** As it is saved; as the trade usually is, while nothing is. */
function toTyped({ week, holidayRegion, workedHolidays, version }: Hours, suggestions: Suggestions) {
  const isBlank = week.length === 0
  return {
    ...toWeek(isBlank ? suggestions.week : week),
    holidayRegion: isBlank ? suggestions.holidayRegion : holidayRegion,
    workedHolidays,
    version,
  }
}

interface OpeningHoursProps extends StepProps {
  hours: Hours
  suggestions: Suggestions
}

function OpeningHours({ workspace, hours, suggestions, onBack, onNext }: OpeningHoursProps) {
  const words = useWords(hoursWords)
  const { next } = useWords(setupWords)
  const queryClient = useQueryClient()
  const { typed, change, rebase, forget } = useKept(`${workspace}.hours`, toTyped(hours, suggestions))
  const isNeverOpen = DAYS.every((day) => typed[day].length === 0)
  const { form, submit, run, isSaving, trouble, errors } = useStep({
    step: 'hours',
    check: () => (isNeverOpen ? [{ field: 'week', message: words.never }] : mistakesOf(typed, words)),
    save: async () => {
      const { holidayRegion, workedHolidays, version } = typed
      const { exceptions, practitioners, seats, rules } = hours
      const asBefore = { exceptions, practitioners, seats, rules }
      const saved = await saveHours({ ...asBefore, week: toDays(typed), holidayRegion, workedHolidays, version })
      queryClient.setQueryData(hoursQuery.queryKey, saved)
      forget()
    },
    onNext,
  })

  async function reload(): Promise<void> {
    const now = await queryClient.query({ ...hoursQuery, staleTime: 0 })
    rebase(toTyped(now, suggestions))
  }

  return (
    <StepForm
      title={words.title}
      lead={words.lead}
      form={form}
      next={next}
      isSaving={isSaving}
      trouble={trouble}
      onBack={onBack}
      onSubmit={() => void submit()}
      onReload={() => void run(reload)}
    >
      {hours.bookingsOutside > 0 && <p className={classes.outside}>{words.outside(hours.bookingsOutside)}</p>}
      <WeekEditor week={typed} errors={errors} onChange={(week) => change(week)} />
      <HolidayEditor region={typed.holidayRegion} worked={typed.workedHolidays} onChange={change} />
    </StepForm>
  )
}
