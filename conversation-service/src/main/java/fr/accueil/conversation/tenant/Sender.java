package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;

/// One WhatsApp sender of a business, as everybody in it may see it.
///
/// @param address `whatsapp:+33…`
public record Sender(ChannelId id, String address) {}
