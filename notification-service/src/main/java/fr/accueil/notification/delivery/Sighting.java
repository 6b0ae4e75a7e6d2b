package fr.accueil.notification.delivery;

import org.jspecify.annotations.Nullable;

/// What the provider's own list says of a call whose outcome was not known.
public sealed interface Sighting {

    record Seen(
            String providerSid,
            AttemptState state,
            @Nullable String errorCode) implements Sighting {}

    record NotSeen() implements Sighting {}

    /// The provider could not be asked.
    ///
    /// @param reason for engineers
    record NotLookedUp(String reason) implements Sighting {}

    /// Nobody can be asked any more.
    record NoOneToAsk() implements Sighting {}
}
