import { VisuallyHidden } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { FieldError } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { TextField } from '../../ui/field'
import tick from '../../ui/tick.module.css'
import { mistakeAt } from '../../lib/trouble'
import { toCents, type Offer } from './offer'
import { servicesWords } from './services.words'
import classes from './services.module.css'

interface OfferRowProps {
  offer: Offer
  errors: FieldError[]
  isNew: boolean
  onTick: (isChosen: boolean) => void
  onChange: (part: Partial<Offer>) => void
  onRemove: () => void
}

/** One service: ticked, it opens for its duration and price. */
export function OfferRow({ offer, errors, isNew, onTick, onChange, onRemove }: OfferRowProps) {
  const words = useWords(servicesWords)
  const { key, name, isChosen, isOwn, duration, price, priceFrom } = offer
  const facts = [words.long(Number(duration)), price === '' ? words.onQuote : words.amount(price, priceFrom)]
  return (
    <li className={classes.offer} data-chosen={isChosen || undefined}>
      {isOwn ? (
        <div className={classes.own}>
          <TextField
            className={classes.ownName}
            label={words.name}
            value={name}
            maxLength={80}
            autoComplete="off"
            ref={isNew ? focus : undefined}
            error={mistakeAt(errors, `${key}.name`)}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <button type="button" className={classes.remove} aria-label={words.remove(name)} onClick={onRemove}>
            <IconTrash size={20} aria-hidden />
          </button>
        </div>
      ) : (
        <label className={classes.tick}>
          <input
            type="checkbox"
            className={tick.box}
            checked={isChosen}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
          <span className={classes.name}>{name}</span>
          {!isChosen && <span className={classes.facts}>{facts.join(' · ')}</span>}
        </label>
      )}
      {isChosen && (
        <div className={classes.fields}>
          <TextField
            label={words.duration}
            aria-label={words.of(words.duration, name)}
            value={duration}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            rightSection={<span className={classes.unit}>{words.minutes}</span>}
            rightSectionWidth={48}
            rightSectionPointerEvents="none"
            error={mistakeAt(errors, `${key}.durationMinutes`)}
            onChange={(event) => onChange({ duration: event.currentTarget.value })}
          />
          <TextField
            label={words.price}
            aria-label={words.of(words.price, name)}
            value={price}
            placeholder={words.onQuote}
            inputMode="decimal"
            maxLength={9}
            autoComplete="off"
            rightSection={<span className={classes.unit}>€</span>}
            rightSectionWidth={36}
            rightSectionPointerEvents="none"
            error={mistakeAt(errors, `${key}.priceCents`)}
            onChange={(event) => onChange({ price: event.currentTarget.value })}
          />
          <label className={classes.from}>
            <input
              type="checkbox"
              className={tick.box}
              checked={priceFrom}
              disabled={toCents(price) === undefined}
              onChange={(event) => onChange({ priceFrom: event.currentTarget.checked })}
            />
            {words.from}
            <VisuallyHidden component="span"> : {name}</VisuallyHidden>
          </label>
        </div>
      )}
    </li>
  )
}

function focus(input: HTMLInputElement | null): void {
  input?.focus()
}
