import { IconAddressBook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { toReadablePhone } from '../../lib/conversations'
import { useWords } from '../../lib/i18n'
import { toDialled } from '../../lib/plain'
import { attachmentWords } from './attachment.words'
import { readVcards } from './vcard'
import classes from './attachments.module.css'

/** The people whom a customer shared, as words: nothing of the card itself is run or followed. */
export function ContactCards({ blob }: { blob: Blob }) {
  const words = useWords(attachmentWords)
  const id = useId()
  const cards = useQuery({
    queryKey: ['vcard', id],
    queryFn: async () => readVcards(await blob.text()),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (cards.data?.length === 0) return <span className={classes.unavailable}>{words.nobody}</span>
  return cards.data?.map((card, index) => (
    <div key={index} className={classes.contact} role="group" aria-label={words.contact}>
      <span className={classes.fileIcon}>
        <IconAddressBook size={22} aria-hidden />
      </span>
      <span className={classes.fileText}>
        {card.name && (
          <strong>
            <bdi>{card.name}</bdi>
          </strong>
        )}
        {card.organization && (
          <span>
            <bdi>{card.organization}</bdi>
          </span>
        )}
        {card.phones.map((phone, place) => (
          <Phone key={place} phone={phone} />
        ))}
        {card.emails.map((email, place) => (
          <span key={place}>
            <bdi>{email}</bdi>
          </span>
        ))}
      </span>
    </div>
  ))
}

function Phone({ phone }: { phone: string }) {
  const dialled = toDialled(phone)
  const readable = toReadablePhone(phone.replace(/^(\+\d[\d\s]+)$/, (number) => number.replace(/\s/g, '')))
  return dialled ? (
    <a className={classes.phone} href={dialled}>
      {readable}
    </a>
  ) : (
    <span>
      <bdi>{phone}</bdi>
    </span>
  )
}
