import type { AuditEntry, ErasureReceipt, Privacy, RegisterEntry } from '../src/lib/api-types.ts'
import type { Answer, Asked } from './mock-setup.ts'

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const services = ['conversation-service', 'ai-router', 'notification-service', 'webhook-ingest']

export const privacyPaths = /^\/api\/(settings\/privacy|register|audit|erasures\/|customers\/)/

const done = (id: string, days: number, action: AuditEntry['action'], label: string, who = 'Sophie Camélia') => ({
  id,
  at: ago(days),
  person: who,
  personName: who,
  action,
  target: id,
  label,
  changes: [] as AuditEntry['changes'],
})

const audit: (AuditEntry & { kind: string })[] = [
  { ...done('a1', 0.02, 'conversation_taken_over', 'Marie Lefèvre', 'Léa Moreau'), kind: 'conversations' },
  {
    ...done('a2', 0.4, 'faq_saved', 'Quels sont vos horaires d’ouverture ?'),
    changes: [{ field: 'answer', from: 'De 9 h à 18 h.', to: 'Du mardi au vendredi de 9 h 30 à 19 h.' }],
    kind: 'faqs',
  },
  { ...done('a3', 1, 'customer_exported', 'Karim Benali'), kind: 'customers' },
  { ...done('a4', 2, 'customer_erased', 'Client effacé'), kind: 'customers' },
  { ...done('a5', 6, 'member_invited', 'nouvelle.collegue@exemple.fr'), kind: 'team' },
]

/** What is done with customers' data at Camélia. */
export class MockPrivacy {
  private privacy: Privacy = {
    messageDays: 730,
    mediaDays: 365,
    leadDays: 1095,
    reasonDays: 90,
    invitationDays: 90,
    phonesMasked: false,
    version: 1,
  }
  private readonly register: RegisterEntry[] = [
    {
      id: 'r1',
      at: ago(0.1),
      person: 'lea',
      personName: 'Léa Moreau',
      act: 'opened',
      conversation: 'c1',
      customer: 'Marie Lefèvre',
    },
    {
      id: 'r2',
      at: ago(1),
      person: 'sophie',
      personName: 'Sophie Camélia',
      act: 'exported',
      conversation: 'c2',
      customer: 'Karim Benali',
    },
    { id: 'r3', at: ago(2), person: 'sophie', personName: 'Sophie Camélia', act: 'erased', erasure: 'e1' },
  ]
  private asked = 0

  constructor(private readonly erase: (conversation: string) => void) {}

  answer({ method, path, body }: Asked, kind: string | null): Answer {
    if (path === '/api/settings/privacy') return { status: 200, body: this.rules(method, body) }
    if (path === '/api/register') return { status: 200, body: { items: this.register } }
    if (path === '/api/audit') return { status: 200, body: { items: audit.filter((it) => !kind || it.kind === kind) } }
    const [, conversation = ''] = /^\/api\/customers\/([^/]+)\/erasure$/.exec(path) ?? []
    if (method === 'POST') {
      this.asked = 0
      this.erase(conversation)
    }
    return { status: method === 'POST' ? 201 : 200, body: this.receipt() }
  }

  private rules(method: string, body: Record<string, unknown>): Privacy {
    if (method === 'PUT') this.privacy = { ...(body as unknown as Privacy), version: this.privacy.version + 1 }
    return this.privacy
  }

  private receipt(): ErasureReceipt {
    const reported = ++this.asked
    return {
      id: 'e1',
      erasedAt: ago(0),
      erasedBy: 'Sophie Camélia',
      note: 'Demande reçue par courrier',
      complete: reported >= services.length,
      filesLeft: reported >= 3 ? 0 : 2,
      services: services.map((service, index) => ({
        service,
        ...(index < reported ? { forgottenAt: ago(0) } : {}),
        stores:
          index >= reported || index === 3
            ? []
            : [
                { name: 'message', count: 12 - index * 4 },
                { name: 'conversation', count: 1 },
                ...(index === 0
                  ? [
                      { name: 'contact', count: 1 },
                      { name: 'media', count: 2 },
                    ]
                  : []),
              ],
      })),
      topics: [
        { topic: 'whatsapp.inbound.v1', goneBy: ago(-21) },
        { topic: 'conversation.changes.v1', goneBy: ago(-14) },
        { topic: 'privacy.erasures.v1', goneBy: ago(-67) },
        { topic: 'whatsapp.identities.v1' },
      ],
      kept: [
        'Une empreinte chiffrée (HMAC) du numéro et de l’adresse WhatsApp, avec la date : elle empêche que d’anciens messages reviennent.',
        'Les rendez-vous, sans nom ni numéro : la comptabilité et l’agenda en ont besoin.',
      ],
    }
  }
}
