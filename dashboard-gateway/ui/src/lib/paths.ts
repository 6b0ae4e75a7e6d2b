/** Where the API is. Pages are in the router. */
export const paths = {
  clientConfig: '/api/client-config',
  me: '/api/me',
  conversations: '/api/conversations',
  conversation: (id: string) => `/api/conversations/${encodeURIComponent(id)}`,
  messages: (id: string) => `/api/conversations/${encodeURIComponent(id)}/messages`,
  act: (id: string, act: 'takeover' | 'handback' | 'read') => `/api/conversations/${encodeURIComponent(id)}/${act}`,
  events: '/api/events',
  changes: '/api/changes',
}

export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return filled.length === 0
    ? path
    : `${path}?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()}`
}
