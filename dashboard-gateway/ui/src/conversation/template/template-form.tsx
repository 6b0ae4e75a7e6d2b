import { Button, TextInput } from '@mantine/core'
import { IconArrowLeft, IconSend2 } from '@tabler/icons-react'
import { useId, useState, type SyntheticEvent } from 'react'
import type { Template } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { toFilled, toPieces, toText } from './template-text'
import { templateWords } from './template.words'
import classes from './template-dialog.module.css'

const LONGEST = 400

interface TemplateFormProps {
  template: Template
  customer: string
  onSend: (body: string, template: { contentSid: string; variables: Record<string, string> }) => void
  onBack: () => void
}

/** Its variables, and how it will read. */
export function TemplateForm({ template, customer, onSend, onBack }: TemplateFormProps) {
  const words = useWords(templateWords)
  const missing = useId()
  const { body, contentSid, variables } = template
  const [written, setWritten] = useState<Record<string, string>>({})
  const filled = Object.fromEntries(variables.map((name) => [name, toFilled(written[name] ?? '')]))
  const isComplete = variables.every((name) => filled[name] !== '')

  function send(event: SyntheticEvent): void {
    event.preventDefault()
    if (isComplete) onSend(toText(body, filled), { contentSid, variables: filled })
  }

  return (
    <form className={classes.form} onSubmit={send}>
      <div className={classes.fields}>
        {variables.map((name, index) => (
          <TextInput
            key={name}
            label={words.variable(name)}
            classNames={{ label: classes.label ?? '', input: classes.input ?? '' }}
            description={contextOf(body, name)}
            placeholder={index === 0 ? customer : undefined}
            value={written[name] ?? ''}
            maxLength={LONGEST}
            autoComplete="off"
            data-autofocus={index === 0 || undefined}
            onChange={(event) => {
              const { value } = event.currentTarget
              setWritten((before) => ({ ...before, [name]: value }))
            }}
          />
        ))}
        <figure className={classes.preview}>
          <figcaption>{words.preview}</figcaption>
          <p dir="auto">
            {toPieces(body, filled).map((piece, index) =>
              'words' in piece ? (
                piece.words
              ) : (
                <mark key={index} className={classes.place} data-empty={piece.filled === '' || undefined}>
                  {piece.filled || words.variable(piece.variable)}
                </mark>
              ),
            )}
          </p>
        </figure>
      </div>
      <div className={classes.acts}>
        <Button
          variant="subtle"
          size="md"
          radius="lg"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={onBack}
        >
          {words.back}
        </Button>
        <Button
          type="submit"
          size="md"
          radius="lg"
          disabled={!isComplete}
          aria-describedby={isComplete ? undefined : missing}
          rightSection={<IconSend2 size={18} aria-hidden />}
        >
          {words.send}
        </Button>
      </div>
      {!isComplete && (
        <span id={missing} className={classes.missing}>
          {words.missing}
        </span>
      )}
    </form>
  )
}

const BEFORE = 28
const AFTER = 18

/** The words around a place: "…rendez-vous du … à l’institut", because a number alone says nothing. */
function contextOf(body: string, name: string): string | undefined {
  const pieces = toPieces(body, {})
  const place = pieces.findIndex((piece) => 'variable' in piece && piece.variable === name)
  if (place < 0) return undefined
  const [before, after] = [pieces[place - 1], pieces[place + 1]]
  const lead =
    before && 'words' in before
      ? before.words
          .replace(/\s+/g, ' ')
          .slice(-BEFORE)
          .replace(/^\S*\s(?=\S)/, '')
      : ''
  const tail =
    after && 'words' in after
      ? after.words
          .replace(/\s+/g, ' ')
          .slice(0, AFTER)
          .replace(/(?<=\S)\s\S*$/, '')
      : ''
  return `…${lead}___${tail}…`
}
