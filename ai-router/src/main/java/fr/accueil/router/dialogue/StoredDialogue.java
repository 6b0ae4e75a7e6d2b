package fr.accueil.router.dialogue;

import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;

/// A dialogue and where it stands in the database.
///
/// @param version grows with each change
record StoredDialogue(ConversationId conversation, TenantId tenant, long version, Dialogue dialogue) {}
