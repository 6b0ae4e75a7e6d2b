package fr.accueil.gateway.stream;

import java.util.List;

/// What a browser missed since its last id.
sealed interface Missed {

    /// @param now where the feed stands after them
    record Changes(List<Change> changes, Position now) implements Missed {}

    /// Nobody can tell: everything has to be asked for again.
    record Unknown(Reason reason) implements Missed {}

    enum Reason {
        /// Of another topic, another tenant, or no id at all.
        FOREIGN,
        /// This gateway never read so far.
        AHEAD,
        /// Forgotten, or from before this gateway's window.
        TOO_OLD
    }
}
