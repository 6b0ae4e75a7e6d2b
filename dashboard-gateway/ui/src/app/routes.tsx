import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  useChildMatches,
  useRouteContext,
} from '@tanstack/react-router'
import { IconMapSearch, IconMessages, IconTool } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { ConversationPage } from '../conversation/conversation-page'
import { conversationWords } from '../conversation/conversation.words'
import { InboxList } from '../inbox/inbox-list'
import { useWords } from '../lib/i18n'
import { SettingsPage } from '../settings/settings-page'
import type { Desk } from '../sign-in/workspace-gate'
import { EmptyPicture, ErrorPicture } from '../ui/pictures'
import { appWords } from './app.words'
import { Shell } from './shell'
import classes from './panes.module.css'

export interface Context {
  desk: Desk
  signOut: () => void
}

const root = createRootRouteWithContext<Context>()({ component: Root, notFoundComponent: Lost })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/conversations', replace: true })
  },
})

const conversations = createRoute({ getParentRoute: () => root, path: '/conversations', component: Conversations })
const noConversation = createRoute({ getParentRoute: () => conversations, path: '/', component: NoConversation })
const conversation = createRoute({
  getParentRoute: () => conversations,
  path: '$conversationId',
  component: OneConversation,
})

const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage })

export const routes = root.addChildren([home, conversations.addChildren([noConversation, conversation]), settings])

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof import('@tanstack/react-router').createRouter<typeof routes>>
  }
}

function Root() {
  const { desk, signOut } = useRouteContext({ from: root.id })
  return (
    <Shell desk={desk} signOut={signOut}>
      <Outlet />
    </Shell>
  )
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
  return <ConversationPage key={conversationId} id={conversationId} me={desk.me.subject} />
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
