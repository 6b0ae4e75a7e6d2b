import { IconCalendar, IconMessageQuestion, IconMessages, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { ConnectionIndicator } from '../live/connection-indicator'
import { useConnection } from '../live/live-provider'
import type { Desk } from '../sign-in/workspace-gate'
import { WordMark } from '../ui/word-mark'
import { AccountMenu } from './account-menu'
import { appWords } from './app.words'
import classes from './shell.module.css'

interface ShellProps {
  desk: Desk
  signOut: () => void
  /** The way back to a wizard that was left early. */
  setup: ReactNode
  children: ReactNode
}

/** What stands around every page: a panel on a desk, a bar on a phone. */
export function Shell({ desk, signOut, setup, children }: ShellProps) {
  const words = useWords(appWords)
  const connection = useConnection()
  return (
    <div className={classes.shell} data-connection={connection}>
      <a className={classes.skip} href="#content">
        {words.skip}
      </a>
      <header className={classes.panel}>
        <Link to="/conversations" className={classes.brand}>
          <WordMark size={30} />
        </Link>
        <nav className={classes.nav} aria-label={words.nav}>
          <Link to="/conversations" className={classes.page} activeProps={{ 'data-here': true }}>
            <IconMessages size={21} aria-hidden />
            <span>{words.conversations}</span>
          </Link>
          <Link to="/agenda" className={classes.page} activeProps={{ 'data-here': true }}>
            <IconCalendar size={21} aria-hidden />
            <span>{words.agenda}</span>
          </Link>
          <Link to="/faqs" className={classes.page} activeProps={{ 'data-here': true }}>
            <IconMessageQuestion size={21} aria-hidden />
            <span>{words.faqs}</span>
          </Link>
          <Link to="/settings" className={classes.page} activeProps={{ 'data-here': true }}>
            <IconSettings size={21} aria-hidden />
            <span>{words.settings}</span>
          </Link>
        </nav>
        {setup}
        <div className={classes.standing}>
          <ConnectionIndicator />
        </div>
        <AccountMenu desk={desk} signOut={signOut} />
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
