import { IconBrandWhatsapp, IconId, IconKey } from '@tabler/icons-react'
import { useWords } from '../../lib/i18n'
import { StepForm } from '../step-form'
import { useStep, type StepProps } from '../step'
import { channelWords } from './channel.words'
import classes from './channel.module.css'

const icons = [IconId, IconKey, IconBrandWhatsapp]

/** What connecting a number will take. It is done later: the assistant can be tried without. */
export function ChannelStep({ onBack, onNext }: StepProps) {
  const words = useWords(channelWords)
  const { form, skip, isSaving, trouble } = useStep({ step: 'channel', save: () => Promise.resolve(), onNext })
  return (
    <StepForm
      title={words.title}
      lead={words.lead}
      form={form}
      next={words.skip}
      isSaving={isSaving}
      trouble={trouble}
      onBack={onBack}
      onSubmit={skip}
    >
      <section className={classes.needs} aria-labelledby="needed">
        <h2 id="needed">{words.needed}</h2>
        <ul>
          {words.needs.map(({ title, text }, index) => {
            const Icon = icons[index] ?? IconId
            return (
              <li key={title}>
                <span className={classes.icon}>
                  <Icon size={23} stroke={1.7} aria-hidden />
                </span>
                <p>
                  <strong>{title}</strong>
                  <span>{text}</span>
                </p>
              </li>
            )
          })}
        </ul>
      </section>
      <p className={classes.later}>{words.later}</p>
    </StepForm>
  )
}
