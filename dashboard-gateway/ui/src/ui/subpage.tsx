import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import classes from './subpage.module.css'
import { subpageWords } from './subpage.words'

/** A page below the settings, with the way back. */
export function Subpage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const words = useWords(subpageWords)
  return (
    <div className={classes.page}>
      <title>{`${title} · Accueil`}</title>
      <div className={classes.column}>
        <Link to="/settings" className={classes.back}>
          <IconArrowLeft size={20} aria-hidden />
          {words.back}
        </Link>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </div>
    </div>
  )
}

export function Pending() {
  const words = useWords(subpageWords)
  return (
    <div role="status" aria-label={words.pending}>
      {[74, 62, 50].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} radius="xl" my={12} />
      ))}
    </div>
  )
}

export function Failed({ isBusy, onRetry }: { isBusy: boolean; onRetry: () => void }) {
  const words = useWords(subpageWords)
  return (
    <div className={classes.failed} role="alert">
      {words.error}
      <Button variant="light" size="md" loading={isBusy} onClick={onRetry}>
        {words.retry}
      </Button>
    </div>
  )
}
