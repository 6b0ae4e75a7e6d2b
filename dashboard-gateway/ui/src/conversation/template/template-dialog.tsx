import { Button, Skeleton } from '@mantine/core'
import { IconPlugConnectedX, IconRefresh, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Template } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { Dialog } from '../../ui/dialog'
import { EmptyPicture, ErrorPicture } from '../../ui/pictures'
import type { Draft } from '../sending'
import { TemplateForm } from './template-form'
import { toReadableName } from './template-text'
import { templatesQuery, useRefreshedTemplates } from './template.queries'
import { templateWords } from './template.words'
import classes from './template-dialog.module.css'

interface TemplateDialogProps {
  channel: string
  customer: string
  onSend: (body: string, template: NonNullable<Draft['template']>) => void
  onClose: () => void
}

/** What may still be sent when WhatsApp's window has closed: one of the templates that it approved. */
export function TemplateDialog({ channel, customer, onSend, onClose }: TemplateDialogProps) {
  const words = useWords(templateWords)
  const [chosen, setChosen] = useState<Template>()
  return (
    <Dialog title={chosen ? toReadableName(chosen.name) : words.title} close={words.close} onClose={onClose}>
      {chosen ? (
        <TemplateForm template={chosen} customer={customer} onSend={onSend} onBack={() => setChosen(undefined)} />
      ) : (
        <TemplateList channel={channel} onChoose={setChosen} />
      )}
    </Dialog>
  )
}

function TemplateList({ channel, onChoose }: { channel: string; onChoose: (template: Template) => void }) {
  const words = useWords(templateWords)
  const templates = useQuery(templatesQuery(channel))
  const refresh = useRefreshedTemplates(channel)

  if (templates.isPending)
    return (
      <div className={classes.list} role="status" aria-label={words.pending}>
        {[0, 1, 2].map((index) => (
          <Skeleton key={index} height={92} radius="lg" />
        ))}
      </div>
    )
  if (!templates.data)
    return (
      <ErrorPicture
        {...words.error}
        icon={<IconPlugConnectedX size={34} />}
        onRetry={() => void templates.refetch()}
        busy={templates.isFetching}
      />
    )
  return (
    <>
      {templates.data.length === 0 ? (
        <EmptyPicture {...words.none} icon={<IconTemplate size={34} />} />
      ) : (
        <ul className={classes.list} aria-label={words.list}>
          {templates.data.map((template) => (
            <li key={template.contentSid}>
              <button type="button" className={classes.template} onClick={() => onChoose(template)}>
                <span className={classes.name}>
                  <bdi>{toReadableName(template.name)}</bdi>
                  <span className={classes.kind}>
                    {[template.category && words.category(template.category.toLowerCase()), template.language]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span className={classes.body} dir="auto">
                  {template.body}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="md"
          radius="lg"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {words.refresh}
        </Button>
      </div>
    </>
  )
}
