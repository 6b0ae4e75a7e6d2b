import { VisuallyHidden } from '@mantine/core'
import type { FieldError } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { Choice } from '../../ui/choice'
import { TextField } from '../../ui/field'
import { BellIcon } from '../../ui/icons'
import { mistakeAt } from '../../lib/trouble'
import type { Tone } from './tone'
import { example, toneWords } from './tone.words'
import classes from './tone.module.css'

interface ToneFieldsProps {
  tone: Tone
  business: string
  errors: FieldError[]
  onChange: (part: Partial<Tone>) => void
}

export function ToneFields({ tone, business, errors, onChange }: ToneFieldsProps) {
  const words = useWords(toneWords)
  return (
    <>
      <Choice
        label={words.address}
        value={tone.formal ? 'formal' : 'familiar'}
        options={[
          { value: 'formal', ...words.formal },
          { value: 'familiar', ...words.familiar },
        ]}
        error={mistakeAt(errors, 'formal')}
        onChange={(value) => onChange({ formal: value === 'formal' })}
      />
      <TextField
        label={words.signature}
        optional={words.optional}
        description={words.signatureHint}
        placeholder={words.signaturePlaceholder}
        value={tone.signature}
        maxLength={60}
        autoComplete="off"
        error={mistakeAt(errors, 'signature')}
        onChange={(event) => onChange({ signature: event.currentTarget.value })}
      />
      <ToneExample tone={tone} business={business} />
    </>
  )
}

function ToneExample({ tone: { formal, signature }, business }: { tone: Tone; business: string }) {
  const words = useWords(toneWords)
  return (
    <figure className={classes.example}>
      <figcaption>{words.preview}</figcaption>
      <div className={classes.talk} lang="fr" aria-live="polite">
        <p className={classes.customer}>
          <VisuallyHidden component="span">{words.customer} : </VisuallyHidden>
          {example.question(formal)}
        </p>
        <div className={classes.assistant}>
          <span className={classes.voice}>
            <BellIcon size={15} />
            {words.assistant}
          </span>
          <p>
            {`${example.introduction(business.trim())} ${example.help(formal)}`}
            {signature.trim() !== '' && <span className={classes.signature}>{signature.trim()}</span>}
          </p>
        </div>
      </div>
    </figure>
  )
}
