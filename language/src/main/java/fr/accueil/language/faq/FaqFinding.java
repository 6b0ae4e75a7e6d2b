package fr.accueil.language.faq;

import java.util.List;
import java.util.Optional;

/// What a shelf says to a message.
public sealed interface FaqFinding {

    /// @param matches the entries to answer with, the likeliest first; never empty
    record Settled(List<FaqMatch> matches) implements FaqFinding {
        public Settled {
            matches = List.copyOf(matches);
        }
    }

    /// @param nearest the entry that comes nearest, not to be answered with
    record Unsettled(Optional<FaqMatch> nearest, Cause cause) implements FaqFinding {}

    enum Cause {
        /// The message has no word that says what it is about.
        NOTHING_ASKED,
        /// No entry is about this.
        NOTHING_NEAR,
        /// An entry is about this, but its answer does not seem to say what is asked.
        TOUCHED_NOT_SETTLED
    }
}
