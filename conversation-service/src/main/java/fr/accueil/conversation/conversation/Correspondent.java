package fr.accueil.conversation.conversation;

import fr.accueil.events.ChangeEvent.Contact;
import fr.accueil.events.ChannelId;
import java.util.UUID;

/// Who is at the other end, and through which of our channels.
///
/// @param contact the id of the contact, `card` what is shown of it
public record Correspondent(ChannelId channel, UUID contact, Contact card) {}
