package fr.accueil.ingest.identity;

import fr.accueil.events.IdentityEvent.IdentityLinked;
import org.jspecify.annotations.Nullable;

/// @param key what the conversation id is computed from
/// @param unwritten the link that must reach Kafka before the message does, the first time that a user id is seen
public record KnownCustomer(String key, @Nullable IdentityLinked unwritten) {}
