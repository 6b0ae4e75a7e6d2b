package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.BookingId;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.NewIds;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface DialogueCommand {

    record Hear(Heard message) implements DialogueCommand {}

    /// The customer wrote STOP, or one of its kin.
    ///
    /// @param word as they wrote it
    /// @param confirmation the id of what may be said about it
    record HearStop(Heard message, String word, Language language, MessageId confirmation) implements DialogueCommand {}

    /// The customer wrote START, or one of its kin.
    record HearStart(Heard message, Language language, MessageId confirmation) implements DialogueCommand {}

    /// @param at when the lead changed
    record FollowLead(long number, Leader leader, Instant at, Instant now) implements DialogueCommand {

        public FollowLead(long number, Leader leader, Instant now) {
            this(number, leader, now, now);
        }
    }

    /// A person of the team wrote: what came before is theirs.
    record NotePerson(Instant spokeAt) implements DialogueCommand {}

    /// Answers what waits, as it was read.
    record Reply(Reading reading, AgendaView agenda, NewIds ids) implements DialogueCommand {}

    /// Answers what waits and has no words: voice notes, stickers, photos of a quote.
    record NoteMedia(AgendaView agenda) implements DialogueCommand {}

    /// Says whether what waits lifts the opt-out, as it was read, and hands it over if there is a reason to.
    record Weigh(Reading reading, @Nullable HandoverReason passOn) implements DialogueCommand {}

    /// Hands over what waits without reading it.
    record GiveUp(HandoverReason reason) implements DialogueCommand {}

    /// The slot that begins then is kept.
    record HearHeld(BookingId booking, Instant start) implements DialogueCommand {}

    /// The slot that begins then cannot be had, whether it was to be held or booked.
    record HearTaken(BookingId booking, Instant start, AgendaView agenda) implements DialogueCommand {}

    record HearBooked(BookingId booking, AgendaView agenda) implements DialogueCommand {}

    record HearCancelled(BookingId booking, AgendaView agenda) implements DialogueCommand {}

    record HearReminded(BookingId booking) implements DialogueCommand {}

    /// What was asked of the agenda has not been answered in time.
    record StopWaiting(AgendaView agenda) implements DialogueCommand {}

    /// The slot was kept long enough.
    record ExpireHold(BookingId booking) implements DialogueCommand {}

    /// The customer has been silent over what runs for too long.
    record ExpireFlow() implements DialogueCommand {}

    /// Nobody has taken what was handed over.
    record NoteUnattended(AgendaView agenda) implements DialogueCommand {}
}
