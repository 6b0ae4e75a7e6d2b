import type { Role } from '../lib/api-types'
import type { Words } from '../lib/i18n'

export const teamWords: Words<{
  title: string
  lead: string
  readOnly: string
  pending: string
  error: string
  retry: string
  list: string
  you: string
  roles: Record<Role, { title: string; text: string }>
  roleOf: (name: string) => string
  remove: string
  removeWho: (name: string) => string
  removal: { title: (name: string) => string; text: string; yes: string; no: string }
  invite: string
  email: string
  emailPlaceholder: string
  emailMissing: string
  role: string
  invited: (email: string) => string
  passOn: string
  copy: string
  copied: string
  pendingInvitations: string
  until: (day: string) => string
  over: string
  revoke: string
  revokeWhose: (email: string) => string
}> = {
  fr: {
    title: 'Équipe',
    lead: 'Qui répond aux clients avec vous. Un gérant règle aussi l’établissement.',
    readOnly: 'Seuls les gérants peuvent inviter ou changer les rôles.',
    pending: 'Chargement de l’équipe',
    error: 'L’équipe ne s’affiche pas.',
    retry: 'Réessayer',
    list: 'Membres de l’équipe',
    you: 'vous',
    roles: {
      owner: { title: 'Gérant', text: 'Répond, et règle tout l’établissement' },
      agent: { title: 'Équipe', text: 'Répond aux clients et tient l’agenda' },
    },
    roleOf: (name) => `Rôle de ${name}`,
    remove: 'Retirer',
    removeWho: (name) => `Retirer ${name} de l’équipe`,
    removal: {
      title: (name) => `Retirer ${name} ?`,
      text: 'Cette personne n’aura plus accès, tout de suite. Ses conversations en cours attendront quelqu’un.',
      yes: 'Retirer de l’équipe',
      no: 'Garder',
    },
    invite: 'Inviter',
    email: 'Adresse e-mail',
    emailPlaceholder: 'prenom@exemple.fr',
    emailMissing: 'Indiquez une adresse e-mail.',
    role: 'Rôle',
    invited: (email) => `${email} est invité.`,
    passOn: 'Envoyez-lui ce lien : il suffit d’y créer son compte avec cette adresse.',
    copy: 'Copier le lien',
    copied: 'Lien copié',
    pendingInvitations: 'Invitations en attente',
    until: (day) => `valable jusqu’au ${day}`,
    over: 'expirée : invitez de nouveau',
    revoke: 'Annuler',
    revokeWhose: (email) => `Annuler l’invitation de ${email}`,
  },
  en: {
    title: 'Team',
    lead: 'Who answers customers with you. An owner also sets up the business.',
    readOnly: 'Only owners can invite people or change roles.',
    pending: 'Loading the team',
    error: 'The team cannot be shown.',
    retry: 'Try again',
    list: 'Members of the team',
    you: 'you',
    roles: {
      owner: { title: 'Owner', text: 'Answers, and sets up everything' },
      agent: { title: 'Team', text: 'Answers customers and keeps the agenda' },
    },
    roleOf: (name) => `Role of ${name}`,
    remove: 'Remove',
    removeWho: (name) => `Remove ${name} from the team`,
    removal: {
      title: (name) => `Remove ${name}?`,
      text: 'They lose access at once. Conversations that they lead will wait for somebody.',
      yes: 'Remove from the team',
      no: 'Keep',
    },
    invite: 'Invite',
    email: 'E-mail address',
    emailPlaceholder: 'name@example.com',
    emailMissing: 'Give an e-mail address.',
    role: 'Role',
    invited: (email) => `${email} is invited.`,
    passOn: 'Send them this link: they create their account there with this address.',
    copy: 'Copy the link',
    copied: 'Link copied',
    pendingInvitations: 'Pending invitations',
    until: (day) => `until ${day}`,
    over: 'expired: invite again',
    revoke: 'Cancel',
    revokeWhose: (email) => `Cancel the invitation of ${email}`,
  },
}
