package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import java.util.List;

/// What the waiting messages ask of the assistant now.
sealed interface Turn {

    /// Nothing waits, or someone else leads.
    record Silence() implements Turn {}

    record Read(List<Heard> messages) implements Turn {}

    record PassOn(HandoverReason reason) implements Turn {}
}
