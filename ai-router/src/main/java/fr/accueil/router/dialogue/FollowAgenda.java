package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.BookingNews;
import fr.accueil.events.ChangeEvent.BookingReminded;
import fr.accueil.events.ChangeEvent.SlotHeld;
import fr.accueil.events.ChangeEvent.SlotTaken;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import fr.accueil.router.agenda.TakenMeanwhile;
import fr.accueil.router.dialogue.DialogueCommand.HearBooked;
import fr.accueil.router.dialogue.DialogueCommand.HearCancelled;
import fr.accueil.router.dialogue.DialogueCommand.HearHeld;
import fr.accueil.router.dialogue.DialogueCommand.HearReminded;
import fr.accueil.router.dialogue.DialogueCommand.HearTaken;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Flow;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What conversation-service answered to what the assistant asked of the agenda: said in the conversation that asked,
/// and in no other.
@Component
class FollowAgenda {

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Dialogues dialogues;
    private final Surroundings surroundings;
    private final Settle settle;
    private final OwedAnswers owed;

    FollowAgenda(
            TenantTransaction transaction,
            Inbox inbox,
            Dialogues dialogues,
            Surroundings surroundings,
            Settle settle,
            OwedAnswers owed) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.dialogues = dialogues;
        this.surroundings = surroundings;
        this.settle = settle;
        this.owed = owed;
    }

    Mono<Void> hear(Envelope envelope, BookingNews news) {
        return outcome(news).map(it -> hear(envelope, it)).orElseGet(Mono::empty);
    }

    private Mono<Void> hear(Envelope envelope, Outcome outcome) {
        var tenant = envelope.requireTenant();
        return inbox.first(ChangesListener.ID, envelope.id())
                .filter(Boolean::booleanValue)
                .flatMap(_ -> dialogues.lockFor(outcome.conversation(), envelope))
                .flatMap(stored -> settle(stored, outcome))
                .as(work -> transaction.in(tenant, work));
    }

    /// What the team changes by hand asks for no words.
    private Optional<Outcome> outcome(BookingNews news) {
        return switch (news) {
            case SlotHeld held -> Outcome.of(held.conversation(), _ -> new HearHeld(held.booking(), held.start()));
            case SlotTaken taken -> Outcome.of(taken.conversation(), it -> taken(it, taken));
            case BookingConfirmed(var booking, var _) ->
                Outcome.of(booking.conversation(), it -> new HearBooked(booking.id(), surroundings.agenda(it)));
            case BookingCancelled(var booking) ->
                Outcome.of(booking.conversation(), it -> new HearCancelled(booking.id(), surroundings.agenda(it)));
            case BookingReminded(var booking, var conversation, var _) ->
                Outcome.of(conversation, _ -> new HearReminded(booking));
            case BookingChanged _ -> Optional.empty();
        };
    }

    private DialogueCommand taken(StoredDialogue stored, SlotTaken taken) {
        var agenda = surroundings.agenda(stored);
        return new HearTaken(
                taken.booking(),
                taken.start(),
                agenda instanceof AgendaView.Known known ? without(known, stored, taken.booking(), taken) : agenda);
    }

    private static AgendaView without(
            AgendaView.Known known, StoredDialogue stored, BookingId booking, SlotTaken taken) {
        return stored.dialogue().flow() instanceof Flow.Booking flow
                        && flow.booking().equals(booking)
                        && !flow.wishes().services().isEmpty()
                ? TakenMeanwhile.without(known, flow.wishes().toRequest(), taken.start())
                : known;
    }

    /// What the customer wrote while the agenda was asked is thought about now.
    private Mono<Void> settle(StoredDialogue stored, Outcome outcome) {
        return settle.settle(stored, outcome.command().apply(stored))
                .filter(after -> after.version() != stored.version())
                .flatMap(owed::now);
    }

    private record Outcome(ConversationId conversation, Function<StoredDialogue, DialogueCommand> command) {

        /// Nobody is told about a booking that the team entered by hand.
        static Optional<Outcome> of(
                @Nullable ConversationId conversation, Function<StoredDialogue, DialogueCommand> command) {
            return conversation == null ? Optional.empty() : Optional.of(new Outcome(conversation, command));
        }
    }
}
