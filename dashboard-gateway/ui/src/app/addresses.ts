import type { LocationRewrite } from '@tanstack/react-router'

export const DASHBOARD = '/dashboard'
export const WIZARD = '/onboarding'

/** Pages stand below /dashboard, but for the wizard; among themselves they are named without it. */
export const publicAddresses: LocationRewrite = {
  input: ({ url }) => {
    if (isBelow(url.pathname, DASHBOARD)) url.pathname = url.pathname.slice(DASHBOARD.length) || '/'
    return url
  },
  output: ({ url }) => {
    if (!isBelow(url.pathname, WIZARD)) url.pathname = url.pathname === '/' ? DASHBOARD : DASHBOARD + url.pathname
    return url
  },
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
