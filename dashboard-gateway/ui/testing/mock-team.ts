import type { PendingInvitation, Role, Teammate } from '../src/lib/api-types.ts'
import type { Answer, Asked } from './mock-setup.ts'

const DAY = 86_400_000
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString()

export const teamPaths = /^\/api\/(agents|invitations)(\/|$)/

/** Who works at Camélia, and who is invited. */
export class MockTeam {
  private team: Teammate[]
  private invitations: PendingInvitation[] = []

  constructor(me: { subject: string; name: string; email: string }) {
    const colleague = (subject: string, name: string, role: Role): Teammate => ({
      subject,
      name,
      email: `${subject}@camelia.example`,
      role,
      joinedAt: at(-200),
      version: 1,
    })
    this.team = [
      { ...colleague(me.subject, me.name, 'owner'), email: me.email },
      colleague('lea', 'Léa Moreau', 'agent'),
      colleague('ines', 'Inès Fournier-Delacroix', 'agent'),
    ]
    this.invite('nouvelle.collegue@exemple.fr', 'agent')
  }

  answer({ method, path, body }: Asked): Answer {
    const [, kind, id = ''] = /^\/api\/(agents|invitations)(?:\/(.+))?$/.exec(path) ?? []
    if (kind === 'agents') return this.ofTeam(method, decodeURIComponent(id), body)
    if (method === 'POST') return { status: 201, body: this.invite(String(body.email), body.role as Role) }
    if (method === 'DELETE') this.invitations = this.invitations.filter((it) => it.id !== id)
    return {
      status: method === 'DELETE' ? 204 : 200,
      body: method === 'DELETE' ? undefined : { items: this.invitations },
    }
  }

  private ofTeam(method: string, subject: string, body: Record<string, unknown>): Answer {
    if (method === 'DELETE') {
      this.team = this.team.filter((it) => it.subject !== subject)
      return { status: 204, body: undefined }
    }
    if (method === 'PUT')
      this.team = this.team.map((it) =>
        it.subject === subject ? { ...it, role: body.role as Role, version: it.version + 1 } : it,
      )
    return {
      status: 200,
      body: method === 'PUT' ? this.team.find((it) => it.subject === subject) : { items: this.team },
    }
  }

  private invite(email: string, role: Role): PendingInvitation {
    const invitation: PendingInvitation = {
      id: crypto.randomUUID(),
      email,
      role,
      invitedBy: this.team[0]?.name ?? '',
      createdAt: at(0),
      expiresAt: at(14),
      link: 'https://accueil.example/onboarding/invitation',
    }
    this.invitations = [invitation, ...this.invitations]
    return invitation
  }
}
