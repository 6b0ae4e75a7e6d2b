import '@fontsource-variable/bricolage-grotesque'
import '@fontsource-variable/figtree'
import './mantine.css'
import 'virtual:theme.css'
import './app.css'
import './schemas'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { signIn } from '../sign-in/sign-in'
import { App } from './app'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')

// Once per page, before anything is drawn: drawing may happen twice, an authorization code is good for one time.
const signingIn = signIn()

createRoot(root).render(
  <StrictMode>
    <App signingIn={signingIn} />
  </StrictMode>,
)
