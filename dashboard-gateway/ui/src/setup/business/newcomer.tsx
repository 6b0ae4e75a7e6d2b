import { useState } from 'react'
import type { Workspace } from '../../lib/api-types'
import { useWords } from '../../lib/i18n'
import { chooseWorkspace } from '../../lib/session'
import { fetchSettings, leaveStep, openWorkspace, saveSettings } from '../setup.queries'
import { setupWords } from '../setup.words'
import { StepForm } from '../step-form'
import { moveKept, useKept } from '../use-kept'
import { useSaving } from '../../ui/use-saving'
import { WizardFrame } from '../wizard-frame'
import { blankBusiness, fromBusiness, mistakesOf, type Business } from './business'
import { BusinessFields } from './business-fields'
import { businessWords } from './business.words'
import { forgetNewcomer, keptByNewcomer, keyOfDraft } from './newcomer-draft'
import classes from './business.module.css'

const KEPT = 'new'

interface NewcomerProps {
  email?: string | undefined
  signOut: () => void
  onOpened: (workspace: Workspace) => void
}

/** Who has no workspace yet opens one: the wizard's first step. */
export function Newcomer({ email, signOut, onOpened }: NewcomerProps) {
  const words = useWords(businessWords)
  const { next, signOut: leave } = useWords(setupWords)
  const [blank] = useState(blankBusiness)
  const { typed, change } = useKept<Business>(KEPT, blank)
  const { form, submit, isSaving, trouble, errors } = useSaving({
    check: () => mistakesOf(typed, words.missing),
    leaves: true,
    save: async () => {
      const business = fromBusiness(typed)
      const { name, vertical, timeZone } = business
      const workspace = await openWorkspace({ name, vertical, timeZone }, keyOfDraft())
      // The calls that follow are about it. Whatever becomes of them, what was typed is found again in its own first step.
      moveKept(KEPT, keptByNewcomer(workspace.id))
      chooseWorkspace(workspace.id)
      const { formal, signature, version } = await fetchSettings()
      await saveSettings({ ...business, formal, signature, version })
      await leaveStep('business', 'done')
      forgetNewcomer(workspace.id)
      onOpened(workspace)
    },
  })
  return (
    <WizardFrame step="business" leave={{ label: leave, onLeave: signOut }}>
      <StepForm
        title={words.welcome}
        lead={words.lead}
        form={form}
        next={next}
        isSaving={isSaving}
        trouble={trouble}
        onSubmit={() => void submit()}
      >
        <BusinessFields business={typed} errors={errors} onChange={change} />
        {email !== undefined && <p className={classes.team}>{words.team(email)}</p>}
      </StepForm>
    </WizardFrame>
  )
}
