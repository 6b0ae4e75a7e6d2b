import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import type { Conversation, Message } from '../src/lib/api-types.ts'
import { agendaPaths, MockAgenda } from './mock-agenda.ts'
import { faqPaths, MockFaqs, replay } from './mock-faqs.ts'
import { MockTeam, teamPaths } from './mock-team.ts'
import { me, sophie, tell, toMessage } from './mock-data.ts'
import { toFile } from './mock-files.ts'
import { channels, draft, optOuts, templates } from './mock-settings.ts'
import { MockPrivacy, privacyPaths } from './mock-privacy.ts'
import { MockSetup } from './mock-setup.ts'

/**
 * Stands in for gateway and sign-in while one works on the screens: `npm run mock`. Development only.
 * `POST /mock/scenario {"inbox": "empty"}` and the like show the other pictures; `POST /mock/hear {"conversation", "body"}` lets a
 * customer write. With `MOCK_AUTHORITY` one signs in at a real provider; with `MOCK_CSP` pages carry the gateway's policy.
 */
export function mockApi(): Plugin {
  const mock = new Mock()
  return {
    name: 'accueil:mock-api',
    configureServer: ({ middlewares }) => void middlewares.use(mock.answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(mock.answer),
  }
}

type Picture = 'full' | 'empty' | 'error' | 'pending'

/** As strict as the gateway's, so that what it would refuse is seen here first. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"

type Written = { body: string } | { template: NonNullable<Message['template']> }

function toText({ contentSid, variables }: NonNullable<Message['template']>): string {
  const body = templates.find((it) => it.contentSid === contentSid)?.body ?? ''
  return body.replace(/\{\{(\w+)\}\}/g, (_, name: string) => variables[name] ?? '')
}

class Mock {
  private told = tell()
  private scenario = {
    inbox: 'full' as Picture,
    messages: 'full' as Picture,
    send: 'ok',
    stream: 'ok',
    strict: true,
    templates: 'full',
    channels: 'red',
    /** `member`, `agent`, `several`, `new`, `invited`, `guest` (invited, with no workspace). */
    person: 'member',
    /** What becomes of everything about setting up: `ok`, `slow`, `pending`, `error`, `changed`, `wrong`. */
    setup: 'ok',
    /** `full`, `empty`, `error`, `pending`. */
    faqs: 'full' as Picture,
  }
  private setups = new Map<string, MockSetup>()
  /** How many lines of a number on its way are done. */
  private through: number | undefined
  private readonly team = new MockTeam(me)
  private readonly faqs = new MockFaqs()
  private readonly agenda = new MockAgenda()
  private readonly privacy = new MockPrivacy((conversation) => void this.told.delete(conversation))
  private opened: typeof me.workspaces = []
  private readonly streams = new Set<ServerResponse>()
  private position = 0
  private readonly log: { id: string; envelope: unknown }[] = []

  readonly answer: Connect.NextHandleFunction = (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://mock')
    if (process.env.MOCK_CSP) response.setHeader('Content-Security-Policy', CSP)
    if (!/^\/(api|mock|oidc)\//.test(url.pathname)) {
      next()
      return
    }
    this.route(request, response, url).catch((error: unknown) => json(response, 500, { title: String(error) }))
  }

  private async route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname
    const origin = `http://${request.headers.host ?? 'localhost'}`
    if (path.startsWith('/oidc/')) {
      this.signIn(response, url, origin)
      return
    }
    if (path === '/mock/scenario') {
      const asked = (await read(request)) as Partial<typeof this.scenario>
      this.scenario = { ...this.scenario, ...asked }
      if (asked.person !== undefined) {
        this.opened = []
        this.setups = new Map()
      }
      if (this.scenario.stream !== 'ok') this.streams.forEach((stream) => stream.destroy())
      json(response, 200, this.scenario)
      return
    }
    if (path === '/mock/hear') {
      this.hear(response, (await read(request)) as { conversation: number; body: string })
      return
    }
    if (path === '/api/client-config') {
      json(response, 200, {
        authority: process.env.MOCK_AUTHORITY ?? `${origin}/oidc`,
        clientId: 'accueil-dashboard',
        scope: 'openid profile email',
      })
      return
    }
    if (!request.headers.authorization) {
      json(response, 401, { title: 'Connexion requise' })
      return
    }
    if (path === '/api/me') {
      json(response, 200, this.person())
      return
    }
    if (path === '/api/invitations/accept') {
      this.opened = [...this.opened, invitedTo]
      json(response, 200, { workspaces: [invitedTo] })
      return
    }
    if (path === '/api/workspaces') {
      await this.open(request, response)
      return
    }
    if (/^\/api\/customers\/[^/]+\/export$/.test(path)) {
      response.writeHead(200, { 'Content-Type': 'application/zip' }).end('zip')
      return
    }
    if (privacyPaths.test(path)) {
      const body = request.method === 'GET' ? {} : ((await read(request)) as Record<string, unknown>)
      const asked = { method: request.method ?? 'GET', path, body }
      const answer = this.privacy.answer(asked, url.searchParams.get('kind'))
      json(response, answer.status, answer.body)
      return
    }
    if (teamPaths.test(path)) {
      const body = (await read(request)) as Record<string, unknown>
      const answer = this.team.answer({ method: request.method ?? 'GET', path, body })
      json(response, answer.status, answer.body)
      return
    }
    if (agendaPaths.test(path)) {
      const body = request.method === 'GET' ? {} : ((await read(request)) as Record<string, unknown>)
      const answer = this.agenda.answer({ method: request.method ?? 'GET', path, body }, url.searchParams)
      json(response, answer.status, answer.body)
      return
    }
    if (faqPaths.test(path)) {
      if (this.scenario.faqs === 'pending') return
      const isFile = path === '/api/faqs/import'
      const body = request.method === 'GET' || isFile ? {} : ((await read(request)) as Record<string, unknown>)
      const asked = { method: request.method ?? 'GET', path, body }
      const isCommit = url.searchParams.has('commit')
      if (isFile) request.resume()
      const answer =
        this.scenario.faqs === 'error'
          ? { status: 503, body: {} }
          : this.faqs.answer(asked, isCommit, this.scenario.faqs)
      json(response, answer.status, answer.body)
      return
    }
    if (path === '/api/assistant/replay') {
      json(response, 200, replay)
      return
    }
    if (setupPaths.test(path)) {
      await this.setUp(request, response, path)
      return
    }
    if (path === '/api/events') {
      this.stream(request, response)
      return
    }
    if (path === '/api/changes') {
      this.changes(response, url)
      return
    }
    if (path === '/api/conversations') {
      this.list(response, url)
      return
    }
    if (path === '/api/templates') {
      json(response, 200, { items: this.scenario.templates === 'empty' ? [] : templates })
      return
    }
    if (path === '/api/channels') {
      if (request.method === 'POST') {
        this.through = 0
        json(response, 201, draft(0))
        return
      }
      const known = this.scenario.channels === 'empty' ? [] : channels(this.scenario.channels)
      json(response, 200, {
        items: this.through === undefined ? known : [...known, draft(this.through)],
        webhookUrl:
          'https://app.accueil.example/api/webhooks/twilio#e=frankfurt,dublin&ct=2000&rt=4000&rc=3&rp=5xx,ct,rt',
      })
      return
    }
    if (path === '/api/opt-outs') {
      json(response, 200, page(this.scenario.channels === 'empty' ? [] : optOuts, url))
      return
    }
    if (/^\/api\/channels\/[^/]+\/(reconciliation|templates\/refresh)$/.test(path)) {
      setTimeout(() => (this.scenario.channels = 'green'), 3_000)
      json(response, 202, {})
      return
    }
    if (/^\/api\/channels\/[^/]+(\/check)?$/.test(path)) {
      if (path.endsWith('/check')) {
        if (this.through === 0) this.through = 1
        json(response, 202, {})
      } else if (request.method === 'DELETE') {
        this.through = undefined
        json(response, 204, {})
      } else {
        this.through = 2
        json(response, 200, draft(2))
      }
      return
    }
    const [, of, message, index] =
      /^\/api\/conversations\/([^/]+)\/messages\/([^/]+)\/attachments\/(\d+)$/.exec(path) ?? []
    if (of !== undefined) {
      const told = this.told.get(of)?.messages.find((it) => it.id === message)
      const { body, type } = toFile(told?.attachments[Number(index)]?.contentType ?? '')
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length })
      response.end(body)
      return
    }
    const [, again, refused] = /^\/api\/conversations\/([^/]+)\/messages\/([^/]+)\/resend$/.exec(path) ?? []
    if (again !== undefined) {
      this.resend(response, again, refused)
      return
    }
    const [, id = '', act] = /^\/api\/conversations\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
    const one = this.told.get(id)
    if (!one) {
      json(response, 404, { title: 'Conversation introuvable' })
      return
    }
    if (act === undefined) {
      json(response, 200, one.conversation)
      return
    }
    if (act === 'messages' && request.method === 'GET') {
      this.messages(response, url, one.messages)
      return
    }
    if (act === 'messages') {
      this.send(response, id, (await read(request)) as Written)
      return
    }
    this.act(response, id, act)
  }

  private person(): typeof me & { invitations: typeof invitations } {
    const { person } = this.scenario
    const [camelia] = me.workspaces
    const theirs =
      person === 'new' || person === 'guest'
        ? []
        : person === 'several'
          ? [...me.workspaces, martin]
          : camelia
            ? [{ ...camelia, role: person === 'agent' ? 'agent' : 'owner' }]
            : []
    const isInvited = (person === 'invited' || person === 'guest') && !this.opened.includes(invitedTo)
    return { ...me, workspaces: [...theirs, ...this.opened], invitations: isInvited ? invitations : [] }
  }

  private async open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { name, vertical } = (await read(request)) as { name: string; vertical: 'beauty' | 'services' }
    const id = `opened-${request.headers['idempotency-key']?.toString() ?? ''}`
    if (this.scenario.setup === 'wrong') {
      const errors = [{ field: 'name', message: 'Le nom dépasse 80 caractères.' }]
      json(response, 400, { title: 'Demande incorrecte', status: 400, detail: errors[0]?.message, errors })
      return
    }
    if (!this.setups.has(id)) {
      this.setups.set(id, new MockSetup(name, vertical))
      this.opened = [...this.opened, { id, name, vertical, role: 'owner' }]
    }
    json(response, 201, { id, name, vertical, role: 'owner' })
  }

  private async setUp(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { setup } = this.scenario
    const method = request.method ?? 'GET'
    const body = (await read(request)) as Record<string, unknown>
    if (setup === 'pending') return
    if (setup === 'error') {
      json(response, 503, { title: 'Momentanément indisponible', status: 503 })
      return
    }
    const workspace = request.headers['x-accueil-workspace']?.toString() ?? ''
    const one = this.setups.get(workspace) ?? new MockSetup('Institut Camélia', 'beauty', ['business', 'hours', 'tone'])
    this.setups.set(workspace, one)
    if (setup === 'changed' && method === 'PUT' && path === '/api/settings') {
      one.meanwhile()
      this.scenario.setup = 'ok'
    }
    if (setup === 'slow' || path === '/api/assistant/try') await new Promise((done) => setTimeout(done, 900))
    const answer = one.answer({ method, path, body })
    json(response, answer?.status ?? 404, answer?.body ?? { title: 'Introuvable', status: 404 })
  }

  private list(response: ServerResponse, url: URL): void {
    if (this.scenario.inbox === 'pending') return
    if (this.scenario.inbox === 'error') {
      json(response, 503, { title: 'Service momentanément indisponible' })
      return
    }
    const all = this.scenario.inbox === 'empty' ? [] : [...this.told.values()].map(({ conversation }) => conversation)
    all.sort((one, other) => (one.lastActivityAt < other.lastActivityAt ? 1 : -1))
    json(response, 200, page(all, url))
  }

  private messages(response: ServerResponse, url: URL, messages: Message[]): void {
    if (this.scenario.messages === 'pending') return
    if (this.scenario.messages === 'error') {
      json(response, 503, { title: 'Service momentanément indisponible' })
      return
    }
    json(response, 200, page(this.scenario.messages === 'empty' ? [] : messages.toReversed(), url))
  }

  private resend(response: ServerResponse, id: string, message: string | undefined): void {
    const refused = this.told.get(id)?.messages.find((it) => it.id === message)
    if (!refused || this.scenario.send === 'fail') {
      json(response, 409, { title: 'Envoi impossible', detail: 'La réponse libre n’est plus possible pour ce client.' })
      return
    }
    const kept = { ...refused, failure: undefined }
    const again: Message = {
      ...kept,
      status: 'queued',
      resendable: false,
      round: kept.round + 1,
      version: kept.version + 1,
    }
    this.change(id, (it) => it, again)
    json(response, 200, again)
    setTimeout(() => this.change(id, (it) => it, { ...again, status: 'delivered', version: again.version + 1 }), 1500)
  }

  private send(response: ServerResponse, id: string, written: Written): void {
    const body = 'body' in written ? written.body : toText(written.template)
    if (this.scenario.send === 'fail') {
      json(response, 422, { title: 'Message refusé', detail: 'Le message n’a pas pu être enregistré.' })
      return
    }
    if (this.scenario.send === 'slow') return
    const message = toMessage(crypto.randomUUID(), 's', body, Date.now(), undefined, {
      id: crypto.randomUUID(),
      status: 'queued',
      template: 'template' in written ? written.template : undefined,
    })
    this.change(
      id,
      (it) => ({
        ...it,
        status: 'open',
        awaitingPerson: false,
        leader: { kind: 'person', person: sophie, name: me.name },
      }),
      message,
    )
    json(response, 201, message)
    const later = (['accepted', 'sent', 'delivered', 'read'] as const).map((status, index) => ({
      ...message,
      status,
      version: index + 2,
    }))
    later.forEach((it, index) => setTimeout(() => this.change(id, (same) => same, it), 700 * (index + 1)))
  }

  private act(response: ServerResponse, id: string, act: string): void {
    const changed = this.change(id, (it) => {
      if (act === 'read') return { ...it, unread: 0 }
      const leaderNumber = it.leaderNumber + 1
      return act === 'takeover'
        ? {
            ...it,
            leaderNumber,
            status: 'open',
            awaitingPerson: false,
            leaderChanging: true,
            leader: { kind: 'person', person: sophie, name: me.name },
          }
        : { ...it, leaderNumber, awaitingPerson: false, leader: { kind: 'assistant' } }
    })
    json(response, 200, changed)
    if (act === 'takeover') setTimeout(() => this.change(id, (it) => ({ ...it, leaderChanging: false })), 2_500)
  }

  private hear(response: ServerResponse, { conversation, body }: { conversation: number; body: string }): void {
    const id = [...this.told.keys()][conversation]
    const one = id === undefined ? undefined : this.told.get(id)
    if (id === undefined || !one) {
      json(response, 404, {})
      return
    }
    const message = toMessage(crypto.randomUUID(), 'c', body, Date.now(), one.conversation.customer.name, {
      id: crypto.randomUUID(),
    })
    json(
      response,
      200,
      this.change(id, (it) => ({ ...it, unread: it.unread + 1 }), message),
    )
  }

  private change(id: string, how: (it: Conversation) => Conversation, message?: Message): Conversation | undefined {
    const one = this.told.get(id)
    if (!one) return undefined
    if (message) {
      one.messages = [...one.messages.filter((it) => it.id !== message.id), message]
      this.publish('MessageChanged', { conversation: id, version: one.conversation.version + 1, message })
    }
    one.conversation = {
      ...how(one.conversation),
      version: one.conversation.version + 1,
      ...(message ? { lastMessage: message, lastActivityAt: message.at } : {}),
    }
    this.publish('ConversationChanged', { conversation: one.conversation })
    return one.conversation
  }

  private publish(type: string, data: unknown): void {
    this.position += 1
    const entry = {
      id: `mock.0.${this.position}`,
      envelope: { specversion: '1.0', id: crypto.randomUUID(), type, data },
    }
    this.log.push(entry)
    for (const stream of this.streams) stream.write(toEvent(entry))
  }

  private stream(request: IncomingMessage, response: ServerResponse): void {
    if (this.scenario.stream !== 'ok') {
      json(response, 503, { title: 'Flux indisponible' })
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(': bonjour\n\n')
    const after = Number(String(request.headers['last-event-id'] ?? '').split('.')[2] ?? this.position)
    this.log.filter(({ id }) => Number(id.split('.')[2]) > after).forEach((entry) => response.write(toEvent(entry)))
    const heartbeat = setInterval(() => response.write(': encore là\n\n'), 15_000)
    this.streams.add(response)
    response.on('close', () => {
      clearInterval(heartbeat)
      this.streams.delete(response)
    })
  }

  private changes(response: ServerResponse, url: URL): void {
    if (this.scenario.stream === 'dead') {
      json(response, 503, { title: 'Flux indisponible' })
      return
    }
    const after = Number(url.searchParams.get('after')?.split('.')[2] ?? this.position)
    const items = this.log.filter(({ id }) => Number(id.split('.')[2]) > after)
    json(response, 200, { items, next: `mock.0.${this.position}` })
  }

  private signIn(response: ServerResponse, url: URL, origin: string): void {
    const issuer = `${origin}/oidc`
    const asked = url.searchParams
    switch (url.pathname) {
      case '/oidc/.well-known/openid-configuration': {
        json(response, 200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          end_session_endpoint: `${issuer}/out`,
          jwks_uri: `${issuer}/jwks`,
        })
        return
      }
      case '/oidc/authorize':
        response.writeHead(302, {
          Location: `${asked.get('redirect_uri') ?? '/'}?code=ok&state=${asked.get('state') ?? ''}`,
        })
        response.end()
        return
      case '/oidc/token': {
        const now = Math.floor(Date.now() / 1000)
        const claims = { iss: issuer, sub: sophie, aud: 'accueil-dashboard', iat: now, exp: now + 600 }
        const id = [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        json(response, 200, {
          access_token: 'mock',
          id_token: `${id.join('.')}.none`,
          token_type: 'Bearer',
          expires_in: 600,
          refresh_token: 'again',
        })
        return
      }
      default:
        response.writeHead(302, { Location: asked.get('post_logout_redirect_uri') ?? '/dashboard/' })
        response.end()
    }
  }
}

const setupPaths = /^\/api\/(?:settings|onboarding|hours|services|suggestions|faqs|assistant|calendar)(?:\/|$)/
const martin = { id: 'martin', name: 'Plomberie Martin', vertical: 'services', role: 'agent' }
const invitedTo = { id: 'lilas', name: 'Salon des Lilas', vertical: 'beauty', role: 'agent' }
const invitations = [{ workspaceName: invitedTo.name, role: 'agent' as const, invitedBy: 'Inès Fournier' }]

function page<T>(items: T[], url: URL): { items: T[]; nextCursor?: string } {
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const until = from + Number(url.searchParams.get('limit') ?? 50)
  return { items: items.slice(from, until), ...(until < items.length ? { nextCursor: String(until) } : {}) }
}

function toEvent({ id, envelope }: { id: string; envelope: unknown }): string {
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify(envelope)}\n\n`
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
}
