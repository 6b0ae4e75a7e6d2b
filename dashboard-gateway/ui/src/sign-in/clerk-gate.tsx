// Of clerk-js the build that fetches no further script at run time, and none of Clerk's own screens.
import { Clerk } from '@clerk/clerk-js/no-rhc'
import { ClerkProvider, useAuth, useClerk } from '@clerk/react'
import { useEffect, useState, type ReactNode } from 'react'
import { openSession } from '../lib/session'
import { isNewcomers, wantedPage } from './pages'
import type { SignedIn } from './sign-in'

interface Faces {
  opening: ReactNode
  failed: ReactNode
  children: (signedIn: SignedIn) => ReactNode
}

/** Opens to whom Clerk knows; everybody else goes to Clerk's own pages and comes back to where they were. */
export default function ClerkGate({ publishableKey, ...faces }: Faces & { publishableKey: string }) {
  return (
    <ClerkProvider publishableKey={publishableKey} Clerk={Clerk} telemetry={false}>
      <Threshold {...faces} />
    </ClerkProvider>
  )
}

function Threshold({ opening, failed, children }: Faces) {
  const clerk = useClerk()
  const { isSignedIn, userId, sessionId, getToken } = useAuth()
  const [ready, setReady] = useState<string>()
  const [broken, setBroken] = useState(false)

  // Clerk then only believes that nobody is there: leaving would go round in circles between its pages and this one.
  const unsure = clerk.status === 'error' || (clerk.status === 'degraded' && !isSignedIn)

  useEffect(() => {
    if (isSignedIn !== false || unsure) return
    const page = new URL(wantedPage(window.location), window.location.origin).href
    const back = { signInForceRedirectUrl: page, signUpForceRedirectUrl: page }
    const left = isNewcomers(window.location.pathname) ? clerk.redirectToSignUp(back) : clerk.redirectToSignIn(back)
    left.catch((error: unknown) => {
      console.error('Clerk did not open its sign-in', error)
      setBroken(true)
    })
  }, [isSignedIn, unsure, clerk])

  useEffect(() => {
    if (!sessionId) return
    // Nobody may see in the memory of this page what somebody else had opened in it.
    if (ready !== undefined && ready !== userId) {
      window.location.reload()
      return
    }
    const renew = async () => {
      if (!(await getToken({ skipCache: true }))) throw new Error('Clerk gives no token any more')
    }
    const first = async () => {
      if (!(await getToken())) throw new Error('Clerk gave no token')
      openSession({
        // Clerk keeps it fresh by itself: its tokens live a minute.
        token: () => clerk.session?.lastActiveToken?.getRawString(),
        renew,
        workspace: undefined,
      })
      setReady(userId)
    }
    if (ready === undefined)
      first().catch((error: unknown) => {
        console.error('Signing in with Clerk failed', error)
        setBroken(true)
      })
  }, [sessionId, userId, ready, clerk, getToken])

  if (broken || unsure) return failed
  if (!isSignedIn || ready !== userId) return opening
  return children({ signOut: () => void clerk.signOut({ redirectUrl: window.location.origin + '/dashboard/' }) })
}
