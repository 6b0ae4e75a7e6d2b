package fr.accueil.router.understanding;

import org.jspecify.annotations.Nullable;

/// What a customer gave for an e-mail address.
public sealed interface EmailHeard {

    /// @param suggestion what was probably meant, where the domain looks misspelt
    record Written(String address, @Nullable String suggestion) implements EmailHeard {}

    /// Meant as an address, and none.
    record Broken(String text) implements EmailHeard {}

    /// The customer has none, or will not give it.
    record Declined() implements EmailHeard {}
}
