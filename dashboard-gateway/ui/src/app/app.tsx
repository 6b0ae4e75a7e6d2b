import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { useEffect, useState, type ComponentProps } from 'react'
import { LanguageProvider } from '../lib/i18n'
import { isWorthRetrying } from '../lib/fetch-json'
import { applyToAgenda } from '../agenda/apply-to-agenda'
import { applyToConversation } from '../conversation/apply-to-conversation'
import { applyToFaqs } from '../faq/apply-to-faqs'
import { applyToInbox } from '../inbox/apply-to-inbox'
import { LiveProvider } from '../live/live-provider'
import { Newcomer } from '../setup/business/newcomer'
import type { Door } from '../sign-in/sign-in'
import { SignInGate } from '../sign-in/sign-in-gate'
import { WorkspaceGate, type Desk } from '../sign-in/workspace-gate'
import { theme } from '../ui/theme'
import { publicAddresses, WIZARD } from './addresses'
import { Broken, routes } from './routes'

/** Everyone who folds what happens into what they show. */
const features = [applyToInbox, applyToConversation, applyToAgenda, applyToFaqs]

export function App({ signingIn }: { signingIn: Promise<Door | undefined> }) {
  const [account] = useState(newQueryClient)
  return (
    // The theme's variables come from a style sheet made at build time: nothing here writes a <style> at run time.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <LanguageProvider>
        <SignInGate signingIn={signingIn}>
          {({ signOut }) => (
            <QueryClientProvider client={account}>
              <WorkspaceGate
                signOut={signOut}
                newcomer={({ email }, opened) => <OpenWorkspace email={email} signOut={signOut} onOpened={opened} />}
              >
                {(desk) => <Workspace key={desk.workspace.id} desk={desk} signOut={signOut} />}
              </WorkspaceGate>
            </QueryClientProvider>
          )}
        </SignInGate>
      </LanguageProvider>
    </MantineProvider>
  )
}

/** Who has no workspace stands at the wizard's address, and goes on there with the next step. */
function OpenWorkspace({ onOpened, ...newcomer }: ComponentProps<typeof Newcomer>) {
  useEffect(() => window.history.replaceState(null, '', WIZARD), [])
  return (
    <Newcomer
      {...newcomer}
      onOpened={(workspace) => {
        window.history.replaceState(null, '', WIZARD)
        onOpened(workspace)
      }}
    />
  )
}

/** One business at work. Another one starts with nothing of this one in memory. */
function Workspace({ desk, signOut }: { desk: Desk; signOut: () => void }) {
  const [queryClient] = useState(newQueryClient)
  const [router] = useState(() =>
    createRouter({
      routeTree: routes,
      rewrite: publicAddresses,
      context: { desk, signOut },
      defaultErrorComponent: Broken,
    }),
  )
  // What is open in one business is nothing in another: whoever changes begins with its list.
  const choose: Desk['choose'] = (other) => {
    if (other.id !== desk.workspace.id) void router.navigate({ to: '/conversations' }).then(() => desk.choose(other))
  }
  return (
    <QueryClientProvider client={queryClient}>
      <LiveProvider features={features}>
        <RouterProvider router={router} context={{ desk: { ...desk, choose }, signOut }} />
      </LiveProvider>
    </QueryClientProvider>
  )
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The feed keeps what is shown fresh; coming back to a window is no reason to ask again.
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        gcTime: 30 * 60_000,
      },
    },
  })
}
