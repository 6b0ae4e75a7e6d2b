import { Button, Skeleton } from '@mantine/core'
import { IconMessageQuestion, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { Faq } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { save } from '../lib/save-file'
import { toTrouble } from '../lib/trouble'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { TroubleNote } from '../ui/trouble-note'
import { FaqEditor } from './faq-editor'
import { FaqRemoval } from './faq-removal'
import { FaqRow } from './faq-row'
import { faqsQuery, fetchExport } from './faq.queries'
import { faqWords } from './faq.words'
import { ImportDialog } from './import/import-dialog'
import { WaitingQuestions } from './questions/waiting-questions'
import { find, toShelves } from './shelf'
import { useOrder } from './use-order'
import classes from './faq-page.module.css'

interface FaqPageProps {
  mayManage: boolean
  /** Asks the assistant as a customer would. */
  trial: ReactNode
}

/** What the assistant answers from, under its headings; owners write it. */
export function FaqPage({ mayManage, trial }: FaqPageProps) {
  const words = useWords(faqWords)
  const [isAdding, setIsAdding] = useState(false)
  const [isTrying, setIsTrying] = useState(false)
  return (
    <div className={classes.page}>
      <title>{`${words.title} · Accueil`}</title>
      <div className={classes.columns}>
        <div className={classes.column}>
          <h1 className={classes.title}>{words.title}</h1>
          <p className={classes.lead}>{mayManage ? words.lead : words.readOnly}</p>
          <div className={classes.acts}>
            {mayManage && (
              <Button
                size="md"
                radius="lg"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => setIsAdding(true)}
              >
                {words.add}
              </Button>
            )}
            <Button variant="default" size="md" radius="lg" className={classes.tryIt} onClick={() => setIsTrying(true)}>
              {words.tryIt}
            </Button>
            {mayManage && <Files />}
          </div>
          <WaitingQuestions />
          <Faqs mayManage={mayManage} />
        </div>
        <aside className={classes.trial} aria-labelledby="trial">
          <h2 id="trial" className={classes.heading}>
            {words.trial}
          </h2>
          {trial}
        </aside>
      </div>
      {isAdding && <FaqEditor onClose={() => setIsAdding(false)} />}
      {isTrying && (
        <Dialog title={words.trial} close={words.close} onClose={() => setIsTrying(false)}>
          <div className={classes.sheet}>{trial}</div>
        </Dialog>
      )}
    </div>
  )
}

/** From a spreadsheet, and back into one. */
function Files() {
  const words = useWords(faqWords)
  const [isImporting, setIsImporting] = useState(false)
  const [done, setDone] = useState<string>()
  const { mutate, isPending, error } = useMutation({
    mutationFn: fetchExport,
    networkMode: 'always',
    onSuccess: (bytes) => save(bytes, 'questions-frequentes.csv'),
  })
  return (
    <>
      <Button variant="subtle" size="md" radius="lg" onClick={() => setIsImporting(true)}>
        {words.import}
      </Button>
      <Button variant="subtle" size="md" radius="lg" loading={isPending} onClick={() => mutate()}>
        {words.export}
      </Button>
      <TroubleNote trouble={error ? toTrouble(error) : undefined} isBusy={isPending} onRetry={() => mutate()} />
      <p className={classes.done} role="status">
        {done}
      </p>
      {isImporting && (
        <ImportDialog
          onClose={() => setIsImporting(false)}
          onDone={(said) => {
            setDone(said)
            setIsImporting(false)
          }}
        />
      )}
    </>
  )
}

function Faqs({ mayManage }: { mayManage: boolean }) {
  const words = useWords(faqWords)
  const faqs = useQuery(faqsQuery)
  if (faqs.isPending)
    return (
      <div className={classes.card} role="status" aria-label={words.pending}>
        <Skeleton height={48} radius="lg" />
        <Skeleton height={18} width="60%" radius="xl" mt={22} />
        <Skeleton height={14} width="84%" radius="xl" mt={12} />
        <Skeleton height={18} width="48%" radius="xl" mt={28} />
        <Skeleton height={14} width="76%" radius="xl" mt={12} />
      </div>
    )
  if (!faqs.data)
    return (
      <div className={classes.card}>
        <ErrorPicture
          {...words.error}
          icon={<IconMessageQuestion size={34} />}
          onRetry={() => void faqs.refetch()}
          busy={faqs.isFetching}
        />
      </div>
    )
  if (faqs.data.length === 0)
    return (
      <div className={classes.card}>
        <EmptyPicture {...words.none} icon={<IconMessageQuestion size={34} />} />
        {mayManage && (
          <Link to="/onboarding/$step" params={{ step: 'faqs' }} className={classes.ready}>
            {words.ready}
          </Link>
        )}
      </div>
    )
  return <Shelves faqs={faqs.data} mayManage={mayManage} />
}

function Shelves({ faqs, mayManage }: { faqs: Faq[]; mayManage: boolean }) {
  const words = useWords(faqWords)
  const [search, setSearch] = useState('')
  const sought = useDeferredValue(search.trim())
  const found = useMemo(() => find(faqs, sought), [faqs, sought])
  const { move, trouble, retry } = useOrder(faqs)
  // Not in their rows, which move when a heading changes.
  const [edited, setEdited] = useState<Faq>()
  const [removed, setRemoved] = useState<Faq>()
  return (
    <>
      <TextField
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={19} aria-hidden />}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className={classes.count} role="status">
        {found.length === 0 ? words.noneFound(sought) : words.count(found.length, faqs.length)}
      </p>
      <TroubleNote trouble={trouble} isBusy={false} onRetry={retry} onReload={retry} />
      {toShelves(found).map(({ category, faqs: those }) => (
        <section key={category ?? ''} className={classes.shelf} aria-label={category ?? words.noCategory}>
          <h2 className={classes.heading}>{category ?? words.noCategory}</h2>
          <ul className={classes.list}>
            {those.map((faq, index) => (
              <FaqRow
                key={faq.id}
                faq={faq}
                mayManage={mayManage}
                // Among what a search left, up and down would mean nothing.
                onUp={sought === '' && index > 0 ? () => move(faq, -1) : undefined}
                onDown={sought === '' && index < those.length - 1 ? () => move(faq, 1) : undefined}
                onEdit={() => setEdited(faq)}
                onRemove={() => setRemoved(faq)}
              />
            ))}
          </ul>
        </section>
      ))}
      {edited && <FaqEditor faq={edited} onClose={() => setEdited(undefined)} />}
      {removed && <FaqRemoval faq={removed} onClose={() => setRemoved(undefined)} />}
    </>
  )
}
