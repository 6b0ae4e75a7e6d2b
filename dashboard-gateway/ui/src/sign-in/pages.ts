export const HOME = '/dashboard/'
export const SIGNED_IN = '/dashboard/signed-in'
const WIZARD = /^\/onboarding(?:[/?]|$)/

/** The dashboard's pages and the wizard's, and nothing else: what comes back from the provider is not trusted. */
export function isPage(path: string): boolean {
  return path.startsWith(HOME) || WIZARD.test(path)
}

/** Where the person wanted to go when sign-in came between. */
export function wantedPage({ pathname, search }: Location): string {
  return pathname !== SIGNED_IN && isPage(pathname) ? pathname + search : HOME
}

/** Whoever comes to open a workspace most likely has no account yet. */
export function isNewcomers(page: string): boolean {
  return WIZARD.test(page)
}
