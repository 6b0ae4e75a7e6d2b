package fr.accueil.router.evaluation;

import fr.accueil.router.dialogue.DialogueCommand;
import java.time.Instant;

/// What will happen in a dialogue by the passing of time alone, unless it is called off.
///
/// @param kind one of a kind is due at a time
record Due(Talk talk, Kind kind, Instant at, DialogueCommand command) {

    enum Kind {
        HOLD,
        FLOW,
        UNATTENDED
    }
}
