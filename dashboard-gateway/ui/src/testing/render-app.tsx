import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useParams,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { applyToAgenda } from '../agenda/apply-to-agenda'
import { applyToConversation } from '../conversation/apply-to-conversation'
import { applyToFaqs } from '../faq/apply-to-faqs'
import { applyToInbox } from '../inbox/apply-to-inbox'
import type { Change } from '../live/envelope'
import { fold, FoldProvider } from '../live/fold'
import { theme } from '../ui/theme'

const features = [applyToInbox, applyToConversation, applyToAgenda, applyToFaqs]

/** A part of the dashboard as the app would show it, at an address, with a way to make something happen. */
export function renderPart(part: ReactNode) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const root = createRootRoute({ component: Outlet })
  const list = createRoute({ getParentRoute: () => root, path: '/conversations', component: () => part })
  const one = createRoute({
    getParentRoute: () => root,
    path: '/conversations/$conversationId',
    component: AnyConversation,
  })
  const router = createRouter({
    routeTree: root.addChildren([list, one]),
    history: createMemoryHistory({ initialEntries: ['/conversations'] }),
  })
  const { unmount } = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queryClient}>
        <FoldProvider value={features}>
          <RouterProvider router={router as never} />
        </FoldProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { queryClient, unmount, happens: (change: Change) => fold(queryClient, features, change) }
}

function AnyConversation() {
  return <p>conversation {useParams({ strict: false }).conversationId}</p>
}
