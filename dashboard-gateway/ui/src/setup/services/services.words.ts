import type { Words } from '../../lib/i18n'
import type { OfferWords } from './offer'

export const servicesWords: Words<{
  title: string
  pageTitle: string
  pageLead: string
  lead: string
  list: string
  all: string
  none: string
  count: (count: number) => string
  name: string
  duration: string
  of: (what: string, name: string) => string
  minutes: string
  price: string
  onQuote: string
  from: string
  amount: (price: string, isFrom: boolean) => string
  own: string
  remove: (name: string) => string
  empty: { title: string; text: string }
  nothing: string
  mistakes: OfferWords
  long: (minutes: number) => string
}> = {
  fr: {
    pageTitle: 'Prestations et tarifs',
    pageLead:
      'L’assistant les annonce, et propose des rendez-vous de cette durée. Ce qui est déjà réservé est maintenu.',
    title: 'Que proposez-vous ?',
    lead: 'Cochez ce que vous faites, puis corrigez la durée et le prix. L’assistant les annonce et s’en sert pour les rendez-vous.',
    list: 'Prestations',
    all: 'Tout cocher',
    none: 'Tout décocher',
    count: (count) => (count === 0 ? 'Aucune cochée' : count === 1 ? '1 cochée' : `${count} cochées`),
    name: 'Nom de la prestation',
    duration: 'Durée',
    of: (what, name) => `${what} : ${name}`,
    minutes: 'min',
    price: 'Prix',
    onQuote: 'sur devis',
    from: 'À partir de',
    amount: (price, isFrom) => `${isFrom ? 'dès ' : ''}${price} €`,
    own: 'Ajouter une prestation',
    remove: (name) => (name ? `Retirer ${name}` : 'Retirer cette prestation'),
    empty: {
      title: 'Votre liste est vide',
      text: 'Ajoutez votre première prestation : un nom, une durée, et un prix si vous l’affichez.',
    },
    nothing: 'Cochez au moins une prestation, ou passez cette étape.',
    mistakes: {
      name: 'Donnez un nom à cette prestation.',
      twice: 'Cette prestation est déjà dans la liste.',
      duration: 'Indiquez une durée entre 5 et 720 minutes.',
      price: 'Indiquez un prix comme 35 ou 35,50, ou rien.',
    },
    long: (minutes) =>
      minutes < 60
        ? `${minutes} min`
        : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`,
  },
  en: {
    pageTitle: 'Services and prices',
    pageLead: 'The assistant tells them, and offers appointments of that length. What is booked already stands.',
    title: 'What do you offer?',
    lead: 'Tick what you do, then correct duration and price. The assistant tells them, and uses them for appointments.',
    list: 'Services',
    all: 'Tick all',
    none: 'Untick all',
    count: (count) => (count === 0 ? 'None ticked' : `${count} ticked`),
    name: 'Name of the service',
    duration: 'Duration',
    of: (what, name) => `${what}: ${name}`,
    minutes: 'min',
    price: 'Price',
    onQuote: 'on quote',
    from: 'From',
    amount: (price, isFrom) => `${isFrom ? 'from ' : ''}${price} €`,
    own: 'Add a service',
    remove: (name) => (name ? `Remove ${name}` : 'Remove this service'),
    empty: {
      title: 'Your list is empty',
      text: 'Add your first service: a name, a duration, and a price if you show it.',
    },
    nothing: 'Tick at least one service, or skip this step.',
    mistakes: {
      name: 'Give this service a name.',
      twice: 'This service is in the list already.',
      duration: 'Say a duration between 5 and 720 minutes.',
      price: 'Say a price such as 35 or 35.50, or nothing.',
    },
    long: (minutes) =>
      minutes < 60
        ? `${minutes} min`
        : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`,
  },
}
