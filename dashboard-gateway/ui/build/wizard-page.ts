import type { Connect, Plugin } from 'vite'

/** The wizard has an address of its own beside the dashboard's, and is the same page: the gateway does so too. */
export function wizardPage(): Plugin {
  const answer: Connect.NextHandleFunction = (request, _, next) => {
    if (/^\/onboarding(?:[/?]|$)/.test(request.url ?? '')) request.url = '/dashboard/'
    next()
  }
  return {
    name: 'accueil:wizard-page',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
  }
}
