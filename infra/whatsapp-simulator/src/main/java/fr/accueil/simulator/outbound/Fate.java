package fr.accueil.simulator.outbound;

import fr.accueil.simulator.world.MessageStatus;

/// What becomes of an accepted message.
sealed interface Fate {

    record Arrives() implements Fate {}

    record Refused(MessageStatus status, int code) implements Fate {}
}
