import { Button, Textarea } from '@mantine/core'
import { IconClockPause, IconSend2, IconTemplate } from '@tabler/icons-react'
import { useState, type SyntheticEvent, type KeyboardEvent } from 'react'
import type { Conversation } from '../lib/api-types'
import { nameOf } from '../lib/conversations'
import { useLanguage, useWords } from '../lib/i18n'
import { toClock } from '../lib/time'
import { conversationWords } from './conversation.words'
import type { FreeText } from './free-text'
import { OptedOutComposer } from './opted-out'
import type { Draft } from './sending'
import { TemplateDialog } from './template/template-dialog'
import { useDraft } from './use-draft'
import classes from './composer.module.css'

/** As the API takes it; WhatsApp gets longer ones in parts. */
const LONGEST = 4096

interface ComposerProps {
  conversation: Conversation
  me: string
  onSend: (body: string, template?: Draft['template']) => void
}

/** The place to answer: freely as long as WhatsApp allows it, by a template after that, not at all to who said STOP. */
export function Composer({ conversation, me, freeText, onSend }: ComposerProps & { freeText: FreeText }) {
  const words = useWords(conversationWords)
  const [isChoosing, setIsChoosing] = useState(false)
  if (conversation.optedOutAt) return <OptedOutComposer />
  if (freeText.isOpen)
    return (
      <Open key={conversation.id} conversation={conversation} me={me} onSend={onSend} until={freeText.endsSoonAt} />
    )
  return (
    <>
      <div className={classes.closed} role="note">
        <IconClockPause size={22} aria-hidden />
        <p>
          <strong>{words.closed.title}</strong>
          <span>{freeText.wasOpen ? words.closed.text : words.closed.never}</span>
        </p>
        <Button
          variant="default"
          size="md"
          radius="lg"
          className={classes.choose}
          aria-haspopup="dialog"
          leftSection={<IconTemplate size={19} aria-hidden />}
          onClick={() => setIsChoosing(true)}
        >
          {words.closed.template}
        </Button>
      </div>
      {isChoosing && (
        <TemplateDialog
          channel={conversation.channel}
          customer={nameOf(conversation.customer)}
          onClose={() => setIsChoosing(false)}
          onSend={(body, template) => {
            onSend(body, template)
            setIsChoosing(false)
          }}
        />
      )}
    </>
  )
}

function Open({ conversation, me, onSend, until }: ComposerProps & { until: string | undefined }) {
  const words = useWords(conversationWords).composer
  const { language } = useLanguage()
  const { leader } = conversation
  const [body, write] = useDraft(conversation.id)
  // A finger's keyboard has its return key for new lines; a desk's sends.
  const [returnSends] = useState(() => !window.matchMedia('(pointer: coarse)').matches)
  const leadsAlready = leader.kind === 'person' && leader.person === me
  const isBlank = body.trim() === ''

  function send(event: SyntheticEvent): void {
    event.preventDefault()
    if (isBlank) return
    onSend(body.trim())
    write('')
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    if (returnSends || event.ctrlKey || event.metaKey) send(event)
  }

  return (
    <form className={classes.composer} onSubmit={send}>
      <Textarea
        className={classes.field}
        classNames={{ input: classes.input }}
        aria-label={words.label}
        placeholder={leadsAlready ? words.placeholder : words.placeholderTakesOver}
        title={returnSends ? words.keys : undefined}
        value={body}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        enterKeyHint={returnSends ? 'send' : 'enter'}
        maxLength={LONGEST}
        autosize
        minRows={1}
        maxRows={7}
      />
      <button type="submit" className={classes.send} aria-label={words.send} title={words.send} disabled={isBlank}>
        <IconSend2 size={22} aria-hidden />
      </button>
      {until && <span className={classes.until}>{words.until(toClock(until, language))}</span>}
    </form>
  )
}
