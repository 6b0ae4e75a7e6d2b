package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.router.understanding.Reading;
import java.time.Instant;

sealed interface DialogueCommand {

    record Hear(Heard message) implements DialogueCommand {}

    record FollowLead(long number, Leader leader, Instant now) implements DialogueCommand {}

    /// A person of the team wrote: what came before is theirs.
    record NotePerson(Instant spokeAt) implements DialogueCommand {}

    /// Answers what waits, as it was read.
    record Reply(Reading reading) implements DialogueCommand {}

    /// Hands over what waits without reading it.
    record GiveUp(HandoverReason reason) implements DialogueCommand {}
}
