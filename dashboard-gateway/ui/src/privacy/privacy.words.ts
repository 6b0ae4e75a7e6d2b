import type { AuditAction, AuditKind, RegisterAct } from '../lib/api-types'
import type { Words } from '../lib/i18n'

type Period = 'messageDays' | 'mediaDays' | 'leadDays' | 'reasonDays' | 'invitationDays'

export const privacyWords: Words<{
  links: { title: string; text: string; privacy: string; audit: string }
  privacy: { title: string; lead: string }
  periods: {
    title: string
    lead: string
    label: Record<Period, string>
    hint: Record<Period, string>
    days: string
    save: string
    saved: string
    bounds: (from: number, to: number) => string
    outlive: string
  }
  masking: { label: string; hint: string }
  register: {
    title: string
    lead: string
    none: string
    more: string
    act: Record<RegisterAct, string>
    erased: string
    receipt: string
  }
  audit: {
    title: string
    lead: string
    none: string
    more: string
    kind: string
    all: string
    kinds: Record<AuditKind, string>
    actions: Record<AuditAction, string>
    nothing: string
    change: (field: string, from: string, to: string) => string
    changes: (count: number) => string
  }
  customer: {
    open: string
    title: (name: string) => string
    close: string
    exportTitle: string
    exportText: string
    exportDo: string
    eraseTitle: string
    eraseText: string
    kept: string
    note: string
    noteHint: string
    confirm: string
    eraseDo: string
  }
  receipt: {
    title: string
    complete: string
    filling: string
    by: (person: string, when: string) => string
    note: string
    stores: string
    /** By the names that engineers give them. */
    names: Record<string, string>
    waiting: string
    nothing: string
    files: (count: number) => string
    topics: string
    topicsLead: string
    tidied: string
    kept: string
    download: string
  }
}> = {
  fr: {
    links: {
      title: 'Données et traces',
      text: 'Combien de temps tout est conservé, qui a consulté quoi, et qui a changé quoi.',
      privacy: 'Confidentialité (RGPD)',
      audit: 'Journal des actions',
    },
    privacy: {
      title: 'Confidentialité',
      lead: 'Ce que vous gardez de vos clients, pendant combien de temps, et qui le voit. Pour exporter ou effacer les données d’un client, ouvrez sa conversation.',
    },
    periods: {
      title: 'Durées de conservation',
      lead: 'Passé ce délai, les données sont vraiment effacées, dans la journée. Rien ne peut alors les faire revenir.',
      label: {
        messageDays: 'Messages',
        mediaDays: 'Photos et fichiers reçus',
        leadDays: 'Demandes de devis',
        reasonDays: 'Explications de l’assistant',
        invitationDays: 'Anciennes invitations',
      },
      hint: {
        messageDays: 'Avec le client, quand il n’a plus écrit, et le nom sur les anciens rendez-vous.',
        mediaDays: 'Jamais plus longtemps que les messages.',
        leadDays: 'La CNIL recommande trois ans au plus pour qui n’est pas devenu client.',
        reasonDays: 'Pourquoi l’assistant a répondu ainsi.',
        invitationDays: 'Acceptées, annulées ou expirées.',
      },
      days: 'en jours',
      save: 'Enregistrer',
      saved: 'Enregistré',
      bounds: (from, to) => `Choisissez de ${from} à ${to.toLocaleString('fr-FR')} jours.`,
      outlive: 'Les fichiers ne peuvent pas être conservés plus longtemps que les messages.',
    },
    masking: {
      label: 'Masquer les numéros de téléphone pour l’équipe',
      hint: 'Vos collaborateurs voient +336••••••12 et ne cherchent pas par numéro. Les gérants voient tout. Ce que les clients écrivent dans leurs messages reste lisible.',
    },
    register: {
      title: 'Registre des consultations',
      lead: 'Qui a ouvert, exporté ou effacé les données de qui. Une ligne par personne, conversation et jour.',
      none: 'Personne n’a encore rien consulté.',
      more: 'Voir la suite',
      act: { opened: 'Consultation', exported: 'Export', erased: 'Effacement' },
      erased: 'Client effacé',
      receipt: 'Voir le reçu',
    },
    audit: {
      title: 'Journal des actions',
      lead: 'Qui a changé quoi, et quand. Rien ne peut y être modifié.',
      none: 'Rien de ce genre n’a encore été fait.',
      more: 'Voir la suite',
      kind: 'Afficher',
      all: 'Toutes les actions',
      kinds: {
        workspace: 'Réglages et numéros',
        agenda: 'Horaires, prestations et rendez-vous',
        faqs: 'Questions fréquentes',
        team: 'Équipe',
        conversations: 'Conversations prises en main',
        customers: 'Exports et effacements',
      },
      actions: {
        workspace_opened: 'a ouvert l’établissement',
        settings_changed: 'a modifié les réglages',
        hours_changed: 'a modifié les horaires',
        service_saved: 'a enregistré la prestation',
        service_deleted: 'a supprimé la prestation',
        services_ordered: 'a réordonné les prestations',
        faq_saved: 'a enregistré la question',
        faq_deleted: 'a supprimé la question',
        faqs_ordered: 'a réordonné les questions',
        faqs_imported: 'a importé des questions',
        faqs_exported: 'a exporté les questions',
        member_invited: 'a invité',
        invitation_revoked: 'a annulé l’invitation de',
        member_joined: 'a rejoint l’équipe',
        member_changed: 'a changé le rôle de',
        member_removed: 'a retiré de l’équipe',
        channel_saved: 'a enregistré le numéro',
        channel_removed: 'a débranché un numéro WhatsApp',
        booking_entered: 'a saisi le rendez-vous',
        booking_moved: 'a déplacé le rendez-vous',
        booking_cancelled: 'a annulé le rendez-vous',
        calendar_address_made: 'a créé une adresse d’agenda',
        calendar_address_revoked: 'a supprimé l’adresse de l’agenda',
        external_calendar_added: 'a relié un agenda extérieur',
        external_calendar_removed: 'a retiré un agenda extérieur',
        conversation_taken_over: 'a pris la main avec',
        conversation_handed_back: 'a rendu à l’assistant la conversation avec',
        customer_exported: 'a exporté les données de',
        customer_erased: 'a effacé un client',
        retention_changed: 'a modifié la confidentialité',
      },
      nothing: 'vide',
      change: (field, from, to) => `${field} : ${from} → ${to}`,
      changes: (count) => (count === 1 ? '1 changement' : `${count} changements`),
    },
    customer: {
      open: 'Données du client',
      title: (name) => `Données de ${name}`,
      close: 'Fermer',
      exportTitle: 'Exporter les données',
      exportText:
        'Tout ce que vous gardez de ce client, dans une archive à lui remettre : une page à lire, les mêmes données pour un logiciel, et ses fichiers. L’export est inscrit au registre.',
      exportDo: 'Exporter les données',
      eraseTitle: 'Effacer ce client',
      eraseText:
        'Sa fiche, ses conversations, ses fichiers et ses demandes disparaissent partout, pour toujours. S’il écrit de nouveau, ce sera un nouveau client.',
      kept: 'Ses rendez-vous restent dans l’agenda, sans nom ni numéro. Annulez d’abord ceux qui n’auront pas lieu.',
      note: 'Motif (facultatif)',
      noteHint: 'Par exemple « Demande reçue par courrier ». Sans le nom du client : le motif est conservé.',
      confirm: 'J’ai compris que rien ne pourra faire revenir ces données.',
      eraseDo: 'Effacer définitivement',
    },
    receipt: {
      title: 'Reçu d’effacement',
      complete: 'Tout est effacé.',
      filling: 'L’effacement est fait ici ; les autres services le confirment…',
      by: (person, when) => `Demandé par ${person}, le ${when}`,
      note: 'Motif',
      stores: 'Ce qui est effacé',
      names: {
        'conversation-service': 'Conversations et fiches',
        'ai-router': 'Assistant',
        'notification-service': 'Envoi WhatsApp',
        'webhook-ingest': 'Réception WhatsApp',
        media: 'Fichiers',
        message: 'Messages',
        conversation: 'Conversations',
        contact: 'Fiches client',
        attachment: 'Pièces jointes',
        lead: 'Demandes de devis',
        open_question: 'Questions sans réponse',
        opt_out: 'Désinscriptions',
        booking: 'Rendez-vous rendus anonymes',
        audit_entry: 'Lignes du journal rendues anonymes',
        register_entry: 'Lignes du registre rendues anonymes',
        dialogue: 'Dialogues',
        heard: 'Messages lus par l’assistant',
        said: 'Réponses',
        attempt: 'Envois',
        correspondent: 'Correspondants',
        stop: 'Arrêts des messages',
        'whatsapp.identities.v1': 'Identifiants WhatsApp',
      },
      waiting: 'en attente de confirmation',
      nothing: 'rien n’y était gardé',
      files: (count) => (count === 1 ? '1 fichier reste à effacer' : `${count} fichiers restent à effacer`),
      topics: 'Files d’attente techniques (Kafka)',
      topicsLead:
        'Ce qui y a été écrit ne peut pas être repris ; leur durée de conservation l’efface au plus tard à cette date.',
      tidied: 'remplacé ; effacé au prochain rangement',
      kept: 'Ce qui reste, et pourquoi',
      download: 'Télécharger le reçu',
    },
  },
  en: {
    links: {
      title: 'Data and traces',
      text: 'How long everything is kept, who looked at what, and who changed what.',
      privacy: 'Privacy (GDPR)',
      audit: 'Audit log',
    },
    privacy: {
      title: 'Privacy',
      lead: 'What you keep of your customers, for how long, and who sees it. To export or erase a customer’s data, open their conversation.',
    },
    periods: {
      title: 'Retention periods',
      lead: 'After that time data are really deleted, within the day. Nothing can bring them back then.',
      label: {
        messageDays: 'Messages',
        mediaDays: 'Photos and files received',
        leadDays: 'Quote requests',
        reasonDays: 'The assistant’s explanations',
        invitationDays: 'Old invitations',
      },
      hint: {
        messageDays: 'With the customer, once they have not written for so long, and the name on old bookings.',
        mediaDays: 'Never longer than messages.',
        leadDays: 'The CNIL recommends three years at most for who did not become a customer.',
        reasonDays: 'Why the assistant answered as it did.',
        invitationDays: 'Accepted, revoked or expired.',
      },
      days: 'in days',
      save: 'Save',
      saved: 'Saved',
      bounds: (from, to) => `Choose from ${from} to ${to.toLocaleString('en-GB')} days.`,
      outlive: 'Files cannot be kept longer than messages.',
    },
    masking: {
      label: 'Mask phone numbers for the team',
      hint: 'Agents see +336••••••12 and cannot search by number. Owners see everything. What customers write in their messages stays readable.',
    },
    register: {
      title: 'Register of who looked',
      lead: 'Who opened, exported or erased whose data. One line for each person, conversation and day.',
      none: 'Nobody has looked at anything yet.',
      more: 'Show more',
      act: { opened: 'Opened', exported: 'Exported', erased: 'Erased' },
      erased: 'Erased customer',
      receipt: 'See the receipt',
    },
    audit: {
      title: 'Audit log',
      lead: 'Who changed what, and when. Nothing in it can be changed.',
      none: 'Nothing of that kind was done yet.',
      more: 'Show more',
      kind: 'Show',
      all: 'All actions',
      kinds: {
        workspace: 'Settings and numbers',
        agenda: 'Hours, services and bookings',
        faqs: 'FAQs',
        team: 'Team',
        conversations: 'Conversations taken over',
        customers: 'Exports and erasures',
      },
      actions: {
        workspace_opened: 'opened the workspace',
        settings_changed: 'changed the settings',
        hours_changed: 'changed the hours',
        service_saved: 'saved the service',
        service_deleted: 'deleted the service',
        services_ordered: 'reordered the services',
        faq_saved: 'saved the FAQ',
        faq_deleted: 'deleted the FAQ',
        faqs_ordered: 'reordered the FAQs',
        faqs_imported: 'imported FAQs',
        faqs_exported: 'exported the FAQs',
        member_invited: 'invited',
        invitation_revoked: 'revoked the invitation of',
        member_joined: 'joined the team',
        member_changed: 'changed the role of',
        member_removed: 'removed from the team',
        channel_saved: 'saved the number',
        channel_removed: 'disconnected a WhatsApp number',
        booking_entered: 'entered the booking',
        booking_moved: 'moved the booking',
        booking_cancelled: 'cancelled the booking',
        calendar_address_made: 'made a calendar address',
        calendar_address_revoked: 'took back the calendar address',
        external_calendar_added: 'connected an external calendar',
        external_calendar_removed: 'removed an external calendar',
        conversation_taken_over: 'took over from the assistant with',
        conversation_handed_back: 'handed back to the assistant the conversation with',
        customer_exported: 'exported the data of',
        customer_erased: 'erased a customer',
        retention_changed: 'changed privacy',
      },
      nothing: 'empty',
      change: (field, from, to) => `${field}: ${from} → ${to}`,
      changes: (count) => (count === 1 ? '1 change' : `${count} changes`),
    },
    customer: {
      open: 'Customer’s data',
      title: (name) => `Data of ${name}`,
      close: 'Close',
      exportTitle: 'Export the data',
      exportText:
        'All that you keep of this customer, in one archive to hand over: a page to read, the same data for software, and their files. The export stands in the register.',
      exportDo: 'Export the data',
      eraseTitle: 'Erase this customer',
      eraseText:
        'Their card, conversations, files and requests disappear everywhere, for good. If they write again, they are a new customer.',
      kept: 'Their bookings stay in the agenda, without name or number. Cancel first those that will not take place.',
      note: 'Reason (optional)',
      noteHint: 'For example “Request received by letter”. Without the customer’s name: the reason is kept.',
      confirm: 'I understand that nothing can bring these data back.',
      eraseDo: 'Erase for good',
    },
    receipt: {
      title: 'Receipt of an erasure',
      complete: 'Everything is erased.',
      filling: 'Erased here; the other services are confirming…',
      by: (person, when) => `Asked for by ${person}, on ${when}`,
      note: 'Reason',
      stores: 'What is erased',
      names: {
        'conversation-service': 'Conversations and cards',
        'ai-router': 'Assistant',
        'notification-service': 'WhatsApp, sending',
        'webhook-ingest': 'WhatsApp, receiving',
        media: 'Files',
        message: 'Messages',
        conversation: 'Conversations',
        contact: 'Customer cards',
        attachment: 'Attachments',
        lead: 'Quote requests',
        open_question: 'Open questions',
        opt_out: 'Opt-outs',
        booking: 'Bookings made anonymous',
        audit_entry: 'Lines of the audit log made anonymous',
        register_entry: 'Lines of the register made anonymous',
        dialogue: 'Dialogues',
        heard: 'Messages that the assistant read',
        said: 'Answers',
        attempt: 'Sendings',
        correspondent: 'Correspondents',
        stop: 'Stops of messages',
        'whatsapp.identities.v1': 'WhatsApp identities',
      },
      waiting: 'waiting for confirmation',
      nothing: 'nothing was kept there',
      files: (count) => (count === 1 ? '1 file is still to be deleted' : `${count} files are still to be deleted`),
      topics: 'Technical queues (Kafka)',
      topicsLead: 'What was written there cannot be taken back; their retention deletes it by this date at the latest.',
      tidied: 'replaced; deleted at the next tidying up',
      kept: 'What remains, and why',
      download: 'Download the receipt',
    },
  },
}
