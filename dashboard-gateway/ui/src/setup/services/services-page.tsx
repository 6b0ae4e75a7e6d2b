import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ServiceOffer, Suggestions } from '../../lib/api-types'
import { servicesQuery } from '../../lib/business'
import { useWords } from '../../lib/i18n'
import { Failed, Pending, Subpage } from '../../ui/subpage'
import { TroubleNote } from '../../ui/trouble-note'
import { useSaving } from '../../ui/use-saving'
import { suggestionsQuery } from '../setup.queries'
import { settingsCardWords } from '../settings-card.words'
import { useKept } from '../use-kept'
import { mistakesOf, ownOffer, ticked, toOffers, underneath, type Offer } from './offer'
import { OfferRow } from './offer-row'
import { saveAll } from './save-offers'
import { servicesWords } from './services.words'
import opening from '../hours/opening.module.css'
import classes from './services.module.css'

/** What the business does, to be changed ever after. */
export function ServicesPage({ workspace }: { workspace: string }) {
  const words = useWords(servicesWords)
  const services = useQuery(servicesQuery)
  const suggestions = useQuery(suggestionsQuery)
  const retry = () => void Promise.all([services.refetch(), suggestions.refetch()])
  return (
    <Subpage title={words.pageTitle} lead={words.pageLead}>
      {services.data && suggestions.data ? (
        <ServicesForm workspace={workspace} services={services.data.items} suggestions={suggestions.data} />
      ) : services.isError || suggestions.isError ? (
        <Failed isBusy={services.isFetching || suggestions.isFetching} onRetry={retry} />
      ) : (
        <Pending />
      )}
    </Subpage>
  )
}

interface ServicesFormProps {
  workspace: string
  services: ServiceOffer[]
  suggestions: Suggestions
}

function ServicesForm({ workspace, services, suggestions }: ServicesFormProps) {
  const words = useWords(servicesWords)
  const { save, saved, discard } = useWords(settingsCardWords)
  const queryClient = useQueryClient()
  const [newest, setNewest] = useState<string>()
  const [isSaved, setSaved] = useState(false)
  const first = { offers: toOffers(services, suggestions) }
  const { typed, isTouched, change, forget } = useKept(`${workspace}.services-page`, first)
  const { offers } = typed
  const { form, submit, run, isSaving, trouble, errors, calm } = useSaving({
    check: () => mistakesOf(offers, words.mistakes),
    save: async () => {
      await saveAll(offers, (now) => change({ offers: now }))
      await queryClient.invalidateQueries(servicesQuery)
      forget()
      setSaved(true)
    },
  })

  function edit(next: Offer[]): void {
    setSaved(false)
    change({ offers: next })
  }

  const alter = (key: string, how: (offer: Offer) => Offer) =>
    edit(offers.map((offer) => (offer.key === key ? how(offer) : offer)))

  async function reload(): Promise<void> {
    const { items } = await queryClient.query({ ...servicesQuery, staleTime: 0 })
    change({ offers: underneath(offers, items) })
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ul className={classes.list} aria-label={words.list}>
        {offers.map((offer) => (
          <OfferRow
            key={offer.key}
            offer={offer}
            errors={errors}
            isNew={offer.key === newest}
            onTick={(isChosen) => alter(offer.key, (it) => ticked(it, isChosen, crypto.randomUUID()))}
            onChange={(part) => alter(offer.key, (it) => ({ ...it, ...part }))}
            onRemove={() => edit(offers.filter(({ key }) => key !== offer.key))}
          />
        ))}
      </ul>
      <Button
        variant="default"
        size="md"
        radius="lg"
        className={classes.add}
        leftSection={<IconPlus size={19} aria-hidden />}
        onClick={() => {
          const offer = ownOffer(crypto.randomUUID())
          setNewest(offer.key)
          edit([...offers, offer])
        }}
      >
        {words.own}
      </Button>
      <div className={opening.foot}>
        <TroubleNote
          trouble={trouble}
          isBusy={isSaving}
          onRetry={() => void submit()}
          onReload={() => void run(reload)}
        />
        <div className={opening.acts}>
          <span className={opening.said} role="status">
            {isSaved && saved}
          </span>
          {isTouched && (
            <Button
              variant="subtle"
              size="md"
              radius="lg"
              disabled={isSaving}
              onClick={() => {
                forget()
                calm()
                setSaved(false)
              }}
            >
              {discard}
            </Button>
          )}
          <Button type="submit" size="md" radius="lg" loading={isSaving} disabled={!isTouched}>
            {save}
          </Button>
        </div>
      </div>
    </form>
  )
}
