import { IconCalendar, IconChevronRight, IconListDetails } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../lib/i18n'
import { openingWords } from './hours/opening.words'
import { servicesWords } from './services/services.words'
import classes from './house-links.module.css'

/** The way from the settings to the hours, the team that sees customers, and the services. */
export function HouseLinks() {
  const hours = useWords(openingWords).title
  const services = useWords(servicesWords).pageTitle
  return (
    <nav className={classes.links} aria-label={`${hours}, ${services}`}>
      <Link to="/settings/hours" className={classes.link}>
        <IconCalendar size={22} aria-hidden />
        {hours}
        <IconChevronRight size={20} aria-hidden />
      </Link>
      <Link to="/settings/services" className={classes.link}>
        <IconListDetails size={22} aria-hidden />
        {services}
        <IconChevronRight size={20} aria-hidden />
      </Link>
    </nav>
  )
}
