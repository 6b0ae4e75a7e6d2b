import { Button } from '@mantine/core'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ServiceOffer, Suggestions } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { EmptyPicture } from '../../ui/pictures'
import { servicesQuery } from '../../lib/business'
import { suggestionsQuery } from '../setup.queries'
import { setupWords } from '../setup.words'
import { StepForm, StepWaiting } from '../step-form'
import { useStep, type StepProps } from '../step'
import { useKept } from '../use-kept'
import { mistakesOf, ownOffer, ticked, toOffers, underneath, type Offer } from './offer'
import { OfferRow } from './offer-row'
import { saveAll } from './save-offers'
import { servicesWords } from './services.words'
import classes from './services.module.css'

/** What the business does, how long it takes and what it costs. */
export function ServicesStep(props: StepProps) {
  const services = useQuery(servicesQuery)
  const suggestions = useQuery(suggestionsQuery)
  if (services.data && suggestions.data)
    return <Services {...props} services={services.data.items} suggestions={suggestions.data} />
  return (
    <StepWaiting
      isBroken={(services.isError && !services.data) || (suggestions.isError && !suggestions.data)}
      isAsking={services.isFetching || suggestions.isFetching}
      onRetry={() => {
        void services.refetch()
        void suggestions.refetch()
      }}
    />
  )
}

interface ServicesProps extends StepProps {
  services: ServiceOffer[]
  suggestions: Suggestions
}

function Services({ workspace, services, suggestions, onBack, onNext }: ServicesProps) {
  const words = useWords(servicesWords)
  const { next, skip } = useWords(setupWords)
  const queryClient = useQueryClient()
  const [newest, setNewest] = useState<string>()
  const { typed, change, forget } = useKept(`${workspace}.services`, { offers: toOffers(services, suggestions) })
  const { offers } = typed
  const chosen = offers.filter(({ isChosen }) => isChosen).length
  const step = useStep({
    step: 'services',
    check: () => (chosen === 0 ? [{ field: 'services', message: words.nothing }] : mistakesOf(offers, words.mistakes)),
    save: async () => {
      await saveAll(offers, (saved) => change({ offers: saved }))
      await queryClient.invalidateQueries({ queryKey: servicesQuery.queryKey, refetchType: 'none' })
      forget()
    },
    onNext,
  })
  const { form, submit, run, isSaving, trouble, errors } = step

  async function reload(): Promise<void> {
    const { items } = await queryClient.query({ ...servicesQuery, staleTime: 0 })
    change({ offers: underneath(offers, items) })
  }

  const edit = (key: string, how: (offer: Offer) => Offer) =>
    change({ offers: offers.map((offer) => (offer.key === key ? how(offer) : offer)) })

  function add(): void {
    const offer = ownOffer(crypto.randomUUID())
    setNewest(offer.key)
    change({ offers: [...offers, offer] })
  }

  return (
    <StepForm
      title={words.title}
      lead={words.lead}
      form={form}
      next={next}
      skip={chosen === 0 ? { label: skip, onSkip: step.skip } : undefined}
      isSaving={isSaving}
      trouble={trouble}
      onBack={onBack}
      onSubmit={() => void submit()}
      onReload={() => void run(reload)}
    >
      {offers.length === 0 ? (
        <div className={classes.list}>
          <EmptyPicture {...words.empty} icon={<IconListDetails size={34} />} />
        </div>
      ) : (
        <div>
          <div className={classes.count}>
            <span role="status">{words.count(chosen)}</span>
            <Button
              variant="subtle"
              size="md"
              radius="lg"
              className={classes.all}
              onClick={() => {
                const isAll = chosen < offers.length
                change({ offers: offers.map((offer) => ticked(offer, isAll, crypto.randomUUID())) })
              }}
            >
              {chosen < offers.length ? words.all : words.none}
            </Button>
          </div>
          <ul className={classes.list} aria-label={words.list}>
            {offers.map((offer) => (
              <OfferRow
                key={offer.key}
                offer={offer}
                errors={errors}
                isNew={offer.key === newest}
                onTick={(isChosen) => edit(offer.key, (it) => ticked(it, isChosen, crypto.randomUUID()))}
                onChange={(part) => edit(offer.key, (it) => ({ ...it, ...part }))}
                onRemove={() => change({ offers: offers.filter(({ key }) => key !== offer.key) })}
              />
            ))}
          </ul>
        </div>
      )}
      <Button
        variant="default"
        size="md"
        radius="lg"
        className={classes.add}
        leftSection={<IconPlus size={19} aria-hidden />}
        onClick={add}
      >
        {words.own}
      </Button>
    </StepForm>
  )
}
