import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  useChildMatches,
  useNavigate,
  useParams,
  useRouteContext,
  useSearch,
} from '@tanstack/react-router'
import { IconMapSearch, IconMessages, IconTool } from '@tabler/icons-react'
import { CalendarCard } from '../agenda/calendar-card'
import { ExternalCalendars } from '../agenda/external-calendars'
import { AgendaPage, toShown } from '../agenda/agenda-page'
import { ConversationPage } from '../conversation/conversation-page'
import { ChannelsSection } from '../channels/channels-section'
import { ConnectNumber } from '../channels/connect-number'
import { conversationWords } from '../conversation/conversation.words'
import { FaqPage } from '../faq/faq-page'
import { QuestionsPage } from '../faq/questions/questions-page'
import { InboxList } from '../inbox/inbox-list'
import type { Booking } from '../lib/api-types'
import { useWords } from '../lib/i18n'
import { AuditPage } from '../privacy/audit-page'
import { CustomerData } from '../privacy/customer-data'
import { PrivacyLinks } from '../privacy/privacy-links'
import { PrivacyPage } from '../privacy/privacy-page'
import { ReceiptPage } from '../privacy/receipt-page'
import { SettingsPage } from '../settings/settings-page'
import { FinishSetup } from '../setup/finish-setup'
import { HoursPage } from '../setup/hours/hours-page'
import { AssistantCard } from '../setup/assistant-card'
import { HouseLinks } from '../setup/house-links'
import { ServicesPage } from '../setup/services/services-page'
import { SettingsCard } from '../setup/settings-card'
import { TrialBox } from '../setup/trial/trial-box'
import { Wizard } from '../setup/wizard'
import type { Desk } from '../sign-in/workspace-gate'
import { TeamCard } from '../team/team-card'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { appWords } from './app.words'
import { Shell } from './shell'
import classes from './panes.module.css'

export interface Context {
  desk: Desk
  signOut: () => void
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Lost })

const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: AtTheDesk })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/conversations', replace: true })
  },
})

const conversations = createRoute({ getParentRoute: () => desk, path: '/conversations', component: Conversations })
const noConversation = createRoute({ getParentRoute: () => conversations, path: '/', component: NoConversation })
const conversation = createRoute({
  getParentRoute: () => conversations,
  path: '$conversationId',
  component: OneConversation,
})

const questions = createRoute({ getParentRoute: () => desk, path: '/faqs/questions', component: Questions })
const faqs = createRoute({ getParentRoute: () => desk, path: '/faqs', component: Faqs })
/** How people say it. */
const faq = createRoute({
  getParentRoute: () => root,
  path: '/faq',
  beforeLoad: () => {
    throw redirect({ to: '/faqs', replace: true })
  },
})

const agenda = createRoute({
  getParentRoute: () => desk,
  path: '/agenda',
  validateSearch: toShown,
  component: Agenda,
})

const settings = createRoute({ getParentRoute: () => desk, path: '/settings', component: Settings })

/** What owners alone may see; whoever else comes here is led back. */
const ownersOnly = ({ context }: { context: Context }) => {
  if (!mayManage(context.desk)) throw redirect({ to: '/settings', replace: true })
}
const hours = createRoute({
  getParentRoute: () => desk,
  path: '/settings/hours',
  beforeLoad: ownersOnly,
  component: OpeningHours,
})
const services = createRoute({
  getParentRoute: () => desk,
  path: '/settings/services',
  beforeLoad: ownersOnly,
  component: Services,
})
const privacy = createRoute({
  getParentRoute: () => desk,
  path: '/settings/privacy',
  beforeLoad: ownersOnly,
  component: PrivacyPage,
})
const audit = createRoute({
  getParentRoute: () => desk,
  path: '/settings/audit',
  beforeLoad: ownersOnly,
  component: AuditPage,
})
const erasure = createRoute({
  getParentRoute: () => desk,
  path: '/settings/erasures/$erasureId',
  beforeLoad: ownersOnly,
  component: Erasure,
})

const onboarding = createRoute({
  getParentRoute: () => root,
  path: '/onboarding',
  // An agent has nothing to set up.
  beforeLoad: ({ context }) => {
    if (!mayManage(context.desk)) throw redirect({ to: '/conversations', replace: true })
  },
  component: Outlet,
})
const onboardingStart = createRoute({ getParentRoute: () => onboarding, path: '/', component: Setup })
const onboardingStep = createRoute({ getParentRoute: () => onboarding, path: '$step', component: Setup })

export const routes = root.addChildren([
  home,
  faq,
  desk.addChildren([
    conversations.addChildren([noConversation, conversation]),
    agenda,
    faqs,
    questions,
    settings,
    hours,
    services,
    privacy,
    audit,
    erasure,
  ]),
  onboarding.addChildren([onboardingStart, onboardingStep]),
])

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof import('@tanstack/react-router').createRouter<typeof routes>>
  }
}

function AtTheDesk() {
  const { desk, signOut } = useRouteContext({ from: root.id })
  return (
    <Shell desk={desk} signOut={signOut} setup={mayManage(desk) && <FinishSetup />}>
      <Outlet />
    </Shell>
  )
}

function OpeningHours() {
  const { desk } = useRouteContext({ from: root.id })
  return <HoursPage workspace={desk.workspace.id} />
}

function Services() {
  const { desk } = useRouteContext({ from: root.id })
  return <ServicesPage workspace={desk.workspace.id} />
}

function Agenda() {
  const { desk } = useRouteContext({ from: root.id })
  const shown = useSearch({ from: agenda.id })
  const navigate = useNavigate()
  const data = ({ id, conversation, customerName }: Booking) => (
    <CustomerData
      customer={conversation ?? id}
      name={customerName}
      onErased={(erasure) => void navigate({ to: '/settings/erasures/$erasureId', params: { erasureId: erasure } })}
    />
  )
  return (
    <AgendaPage
      shown={shown}
      acts={mayManage(desk) ? data : undefined}
      onShow={(search) => void navigate({ to: '/agenda', search: { day: search.day, view: search.view } })}
    />
  )
}

function Questions() {
  const { desk } = useRouteContext({ from: root.id })
  return <QuestionsPage mayManage={mayManage(desk)} />
}

function Faqs() {
  const { desk } = useRouteContext({ from: root.id })
  return <FaqPage mayManage={mayManage(desk)} trial={<TrialBox />} />
}

function Settings() {
  const { desk } = useRouteContext({ from: root.id })
  const { workspace, rename } = desk
  return (
    <SettingsPage
      numbers={<ChannelsSection mayManage={mayManage(desk)} />}
      business={
        <>
          <SettingsCard
            workspace={workspace.id}
            mayChange={mayManage(desk)}
            onSaved={({ name, vertical }) => rename({ ...workspace, name, vertical })}
          />
          {mayManage(desk) && <AssistantCard />}
          {mayManage(desk) && <HouseLinks />}
          {mayManage(desk) && <CalendarCard />}
          {mayManage(desk) && <ExternalCalendars />}
          <TeamCard me={desk.me.subject} mayManage={mayManage(desk)} />
          {mayManage(desk) && <PrivacyLinks />}
        </>
      }
    />
  )
}

function Setup() {
  const { desk } = useRouteContext({ from: root.id })
  const navigate = useNavigate()
  const { step } = useParams({ strict: false })
  return (
    <Wizard
      workspace={desk.workspace.id}
      numbers={<ConnectNumber />}
      at={step}
      onGo={(at) => void navigate({ to: '/onboarding/$step', params: { step: at } })}
      onLeave={() => void navigate({ to: '/conversations' })}
    />
  )
}

/** What an owner may and an agent may not; the API decides, the screen only does not offer it. */
function mayManage({ workspace }: Desk): boolean {
  return workspace.role === 'owner'
}

/** The list and what was chosen of it: side by side on a desk, one after the other on a phone. */
function Conversations() {
  const { desk } = useRouteContext({ from: root.id })
  const isOpen = useChildMatches().some((match) => match.routeId === conversation.id)
  return (
    <div className={classes.panes} data-open={isOpen || undefined}>
      <div className={classes.list}>
        <InboxList me={desk.me.subject} />
      </div>
      <div className={classes.chosen}>
        <Outlet />
      </div>
    </div>
  )
}

function NoConversation() {
  const words = useWords(conversationWords)
  return <EmptyPicture {...words.none} icon={<IconMessages size={34} />} />
}

function OneConversation() {
  const { desk } = useRouteContext({ from: root.id })
  const { conversationId } = conversation.useParams()
  const navigate = useNavigate()
  const data = (name: string) => (
    <CustomerData
      customer={conversationId}
      name={name}
      onErased={(id) => void navigate({ to: '/settings/erasures/$erasureId', params: { erasureId: id } })}
    />
  )
  return (
    <ConversationPage
      key={conversationId}
      id={conversationId}
      me={desk.me.subject}
      acts={mayManage(desk) ? data : undefined}
    />
  )
}

function Erasure() {
  const { erasureId } = erasure.useParams()
  return <ReceiptPage key={erasureId} id={erasureId} />
}

/** A fault of ours: said plainly, never as a white page. */
export function Broken() {
  const words = useWords(appWords)
  return <ErrorPicture {...words.broken} icon={<IconTool size={34} />} onRetry={() => window.location.reload()} />
}

function Lost() {
  const words = useWords(appWords)
  const navigate = useNavigate()
  return (
    <ErrorPicture
      {...words.lost}
      icon={<IconMapSearch size={34} />}
      onRetry={() => void navigate({ to: '/conversations' })}
    />
  )
}
