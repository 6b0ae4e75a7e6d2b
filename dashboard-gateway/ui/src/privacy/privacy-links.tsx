import { IconChevronRight, IconHistory, IconShieldLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../lib/i18n'
import { privacyWords } from './privacy.words'
import classes from './privacy.module.css'

/** The way from the settings to what an owner may see of data and traces. */
export function PrivacyLinks() {
  const words = useWords(privacyWords).links
  return (
    <section className={classes.section} aria-labelledby="privacy-links">
      <h2 id="privacy-links" className={classes.heading}>
        {words.title}
      </h2>
      <p className={classes.lead}>{words.text}</p>
      <nav className={classes.links} aria-labelledby="privacy-links">
        <Link to="/settings/privacy" className={classes.link}>
          <IconShieldLock size={22} aria-hidden />
          {words.privacy}
          <IconChevronRight size={20} aria-hidden />
        </Link>
        <Link to="/settings/audit" className={classes.link}>
          <IconHistory size={22} aria-hidden />
          {words.audit}
          <IconChevronRight size={20} aria-hidden />
        </Link>
      </nav>
    </section>
  )
}
