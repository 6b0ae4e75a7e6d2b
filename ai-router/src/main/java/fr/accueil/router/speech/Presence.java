package fr.accueil.router.speech;

import java.time.ZonedDateTime;

/// When a person can be there.
public sealed interface Presence {

    /// In opening hours, or nothing is known of them.
    record Soon() implements Presence {}

    /// When the house opens next.
    record From(ZonedDateTime opening) implements Presence {}
}
