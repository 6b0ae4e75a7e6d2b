import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { ErrorPicture } from '../ui/pictures'
import { Welcome } from './welcome'
import type { SignedIn } from './sign-in'
import { signInWords } from './sign-in.words'

type Gate = { at: 'opening' } | { at: 'open'; signedIn: SignedIn } | { at: 'failed' }

/** Shows the dashboard to who is signed in; meanwhile, that it is being opened. */
export function SignInGate({
  signingIn,
  children,
}: {
  signingIn: Promise<SignedIn | undefined>
  children: (signedIn: SignedIn) => ReactNode
}) {
  const words = useWords(signInWords)
  const [gate, setGate] = useState<Gate>({ at: 'opening' })

  useEffect(() => {
    signingIn.then(
      (signedIn) => signedIn && setGate({ at: 'open', signedIn }),
      (error: unknown) => {
        console.error('Signing in failed', error)
        setGate({ at: 'failed' })
      },
    )
  }, [signingIn])

  switch (gate.at) {
    case 'open':
      return children(gate.signedIn)
    case 'opening':
      return <Welcome busy={words.opening} />
    case 'failed':
      return (
        <Welcome>
          <ErrorPicture
            {...words.failed}
            icon={<IconPlugConnectedX size={34} />}
            onRetry={() => window.location.assign('/dashboard/')}
          />
        </Welcome>
      )
  }
}
