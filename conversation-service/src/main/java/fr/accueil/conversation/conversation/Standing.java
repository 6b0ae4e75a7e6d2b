package fr.accueil.conversation.conversation;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent.Status;
import org.jspecify.annotations.Nullable;

/// Where a conversation stands with the team.
public sealed interface Standing {

    /// No person has opened it, answered, or been asked.
    record New() implements Standing {}

    /// A person has it in hand, or has seen it.
    record Open() implements Standing {}

    /// A person was asked for and none has taken it yet (*Attend une personne*).
    ///
    /// @param reason null when who led it has left the team
    record AwaitingPerson(@Nullable HandoverReason reason) implements Standing {}

    record Resolved() implements Standing {}

    default Status status() {
        return switch (this) {
            case New _ -> Status.NEW;
            case Open _, AwaitingPerson _ -> Status.OPEN;
            case Resolved _ -> Status.RESOLVED;
        };
    }
}
