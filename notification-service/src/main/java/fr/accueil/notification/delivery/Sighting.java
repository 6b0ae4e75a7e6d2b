package fr.accueil.notification.delivery;

import org.jspecify.annotations.Nullable;

/// What the provider's own list says of a call whose outcome was not known.
public sealed interface Sighting {

    record Seen(
            String providerSid,
            AttemptState state,
            @Nullable String errorCode) implements Sighting {}

    record NotSeen() implements Sighting {}
}
