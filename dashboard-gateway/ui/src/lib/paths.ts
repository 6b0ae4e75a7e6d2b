/** Where the API is. Pages are in the router. */
export const paths = {
  clientConfig: '/api/client-config',
  me: '/api/me',
  conversations: '/api/conversations',
  conversation: (id: string) => `/api/conversations/${encodeURIComponent(id)}`,
  messages: (id: string) => `/api/conversations/${encodeURIComponent(id)}/messages`,
  act: (id: string, act: 'takeover' | 'handback' | 'read') => `/api/conversations/${encodeURIComponent(id)}/${act}`,
  resend: (id: string, message: string) =>
    `/api/conversations/${encodeURIComponent(id)}/messages/${encodeURIComponent(message)}/resend`,
  attachment: (id: string, message: string, index: number) =>
    `/api/conversations/${encodeURIComponent(id)}/messages/${encodeURIComponent(message)}/attachments/${index}`,
  templates: '/api/templates',
  refreshTemplates: (channel: string) => `/api/channels/${encodeURIComponent(channel)}/templates/refresh`,
  channels: '/api/channels',
  channel: (id: string) => `/api/channels/${encodeURIComponent(id)}`,
  checkChannel: (id: string) => `/api/channels/${encodeURIComponent(id)}/check`,
  reconcile: (channel: string) => `/api/channels/${encodeURIComponent(channel)}/reconciliation`,
  optOuts: '/api/opt-outs',
  workspaces: '/api/workspaces',
  acceptInvitations: '/api/invitations/accept',
  invitations: '/api/invitations',
  invitation: (id: string) => `/api/invitations/${encodeURIComponent(id)}`,
  team: '/api/agents',
  teammate: (subject: string) => `/api/agents/${encodeURIComponent(subject)}`,
  settings: '/api/settings',
  privacy: '/api/settings/privacy',
  register: '/api/register',
  audit: '/api/audit',
  eraseCustomer: (conversation: string) => `/api/customers/${encodeURIComponent(conversation)}/erasure`,
  exportCustomer: (conversation: string) => `/api/customers/${encodeURIComponent(conversation)}/export`,
  erasure: (id: string) => `/api/erasures/${encodeURIComponent(id)}`,
  onboarding: '/api/onboarding',
  onboardingStep: (step: string) => `/api/onboarding/${encodeURIComponent(step)}`,
  bookings: '/api/bookings',
  moveBooking: (id: string) => `/api/bookings/${encodeURIComponent(id)}/move`,
  cancelBooking: (id: string) => `/api/bookings/${encodeURIComponent(id)}/cancel`,
  calendar: '/api/calendar',
  calendarSecret: '/api/calendar/secret',
  hours: '/api/hours',
  services: '/api/services',
  service: (id: string) => `/api/services/${encodeURIComponent(id)}`,
  suggestions: '/api/suggestions',
  faqs: '/api/faqs',
  faq: (id: string) => `/api/faqs/${encodeURIComponent(id)}`,
  faqOrder: '/api/faqs/order',
  faqImport: '/api/faqs/import',
  faqExport: '/api/faqs/export',
  faqSample: '/api/faqs/sample.csv',
  questionGroups: '/api/questions/groups',
  dismissQuestion: (id: string) => `/api/questions/${encodeURIComponent(id)}/dismiss`,
  readyFaqs: '/api/faqs/ready',
  tryAssistant: '/api/assistant/try',
  replayFaqs: '/api/assistant/replay',
  events: '/api/events',
  changes: '/api/changes',
}

export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return filled.length === 0
    ? path
    : `${path}?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()}`
}
