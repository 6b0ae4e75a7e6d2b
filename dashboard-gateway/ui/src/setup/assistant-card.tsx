import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssistantRules } from '../lib/api-types'
import { fetchJson } from '../lib/fetch-json'
import { useWords } from '../lib/i18n'
import { paths } from '../lib/paths'
import { mistakeAt } from '../lib/trouble'
import { Choice } from '../ui/choice'
import { SelectField } from '../ui/field'
import { TroubleNote } from '../ui/trouble-note'
import { useSaving } from '../ui/use-saving'
import { assistantCardWords } from './assistant-card.words'
import classes from './settings-card.module.css'

const QUIET = [1, 2, 4, 6, 8, 10]
const DEADLINES = [15, 20, 30, 45]
const CAUTIONS = ['careful', 'usual', 'bold'] as const

const assistantQuery = queryOptions({
  queryKey: ['assistant'] as const,
  queryFn: ({ signal }) => fetchJson<AssistantRules>(paths.assistant, { signal }),
})

/** How long the assistant waits, how long customers do, and how sure it must be. */
export function AssistantCard() {
  const words = useWords(assistantCardWords)
  const rules = useQuery(assistantQuery)
  return (
    <section className={classes.section} aria-labelledby="assistant">
      <h2 id="assistant" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.lead}</p>
      <div className={classes.card}>
        {rules.data ? (
          <Editor rules={rules.data} />
        ) : rules.isError ? (
          <div className={classes.failed} role="alert">
            {words.error}
            <Button variant="light" size="md" loading={rules.isFetching} onClick={() => void rules.refetch()}>
              {words.retry}
            </Button>
          </div>
        ) : (
          <div role="status" aria-label={words.pending}>
            <Skeleton height={18} width="32%" radius="xl" />
            <Skeleton height={48} radius="lg" mt={14} />
          </div>
        )}
      </div>
    </section>
  )
}

function Editor({ rules }: { rules: AssistantRules }) {
  const words = useWords(assistantCardWords)
  const queryClient = useQueryClient()
  const [change, setChange] = useState<Partial<AssistantRules>>({})
  const [said, setSaid] = useState<'saved' | 'meanwhile'>()
  const shown = { ...rules, ...change }
  const { form, submit, run, isSaving, trouble, errors, calm } = useSaving({
    save: async () => {
      const saved = await fetchJson<AssistantRules>(paths.assistant, { method: 'PUT', body: shown })
      queryClient.setQueryData(assistantQuery.queryKey, saved)
      setChange({})
      setSaid('saved')
    },
  })

  function edit(part: Partial<AssistantRules>): void {
    setSaid(undefined)
    calm()
    setChange((before) => ({ ...before, ...part }))
  }

  async function reload(): Promise<void> {
    await queryClient.refetchQueries(assistantQuery)
    setSaid('meanwhile')
  }

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SelectField
        label={words.quiet.label}
        description={words.quiet.hint}
        value={String(shown.quietSeconds)}
        error={mistakeAt(errors, 'quietSeconds')}
        data={withOwn(QUIET, rules.quietSeconds).map((it) => ({ value: String(it), label: words.quiet.options(it) }))}
        onChange={(event) => edit({ quietSeconds: Number(event.currentTarget.value) })}
      />
      <SelectField
        label={words.deadline.label}
        description={words.deadline.hint}
        value={String(shown.deadlineSeconds)}
        error={mistakeAt(errors, 'deadlineSeconds')}
        data={withOwn(DEADLINES, rules.deadlineSeconds).map((it) => ({
          value: String(it),
          label: words.deadline.options(it),
        }))}
        onChange={(event) => edit({ deadlineSeconds: Number(event.currentTarget.value) })}
      />
      <div>
        <Choice
          label={words.caution.label}
          value={shown.caution}
          options={CAUTIONS.map((value) => ({ value, ...words.caution.options[value] }))}
          error={mistakeAt(errors, 'caution')}
          onChange={(caution) => edit({ caution })}
        />
        <p className={classes.hint}>{words.caution.source}</p>
      </div>
      <div className={classes.foot}>
        <TroubleNote
          trouble={trouble}
          isBusy={isSaving}
          onRetry={() => void submit()}
          onReload={() => void run(reload)}
        />
        <div className={classes.acts}>
          <span className={classes.said} data-said={said} role="status">
            {said === 'saved' && (
              <>
                <IconCircleCheckFilled size={20} aria-hidden />
                {words.saved}
              </>
            )}
            {said === 'meanwhile' && words.meanwhile}
          </span>
          <Button
            type="submit"
            size="md"
            radius="lg"
            className={classes.act}
            loading={isSaving}
            disabled={Object.keys(change).length === 0}
          >
            {words.save}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** With what was set elsewhere. */
function withOwn(usual: number[], own: number): number[] {
  return usual.includes(own) ? usual : [...usual, own].toSorted((a, b) => a - b)
}
