package fr.accueil.conversation.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who writes to a business, or is written to.
///
/// @param address where an answer goes: `whatsapp:…`
public record Contact(
        UUID id, @Nullable String name, @Nullable String phone, String address) {}
