import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { ErrorPicture } from '../ui/pictures'
import { Welcome } from './welcome'
import { HOME } from './pages'
import type { Door, SignedIn } from './sign-in'
import { signInWords } from './sign-in.words'

type Gate = { kind: 'opening' } | { kind: 'failed' } | Door

/** Shows the dashboard to who is signed in; meanwhile, that it is being opened. */
export function SignInGate({
  signingIn,
  children,
}: {
  signingIn: Promise<Door | undefined>
  children: (signedIn: SignedIn) => ReactNode
}) {
  const words = useWords(signInWords)
  const [gate, setGate] = useState<Gate>({ kind: 'opening' })

  useEffect(() => {
    signingIn.then(
      (door) => door && setGate(door),
      (error: unknown) => {
        console.error('Signing in failed', error)
        setGate({ kind: 'failed' })
      },
    )
  }, [signingIn])

  const opening = <Welcome busy={words.opening} />
  const failed = (
    <Welcome>
      <ErrorPicture
        {...words.failed}
        icon={<IconPlugConnectedX size={34} />}
        onRetry={() => window.location.assign(HOME)}
      />
    </Welcome>
  )
  switch (gate.kind) {
    case 'open':
      return children(gate.signedIn)
    case 'clerk':
      return (
        <gate.Gate publishableKey={gate.publishableKey} opening={opening} failed={failed}>
          {children}
        </gate.Gate>
      )
    case 'opening':
      return opening
    case 'failed':
      return failed
  }
}
