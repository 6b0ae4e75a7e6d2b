package fr.accueil.conversation.booking;

import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.BookingId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which slot a customer wants.
///
/// @param booking the id that it has, or will have
/// @param conversation null when the team wishes it for somebody
/// @param practitioner the one wanted; null for anybody
/// @param replaces the booking that is to be moved
record Wish(
        BookingId booking,
        @Nullable ConversationId conversation,
        List<ServiceId> services,
        @Nullable PractitionerId practitioner,
        Instant start,
        @Nullable BookingId replaces) {

    static Wish of(SlotHoldRequested asked) {
        return new Wish(
                asked.booking(),
                asked.conversation(),
                asked.services(),
                asked.practitioner(),
                asked.start(),
                asked.replaces());
    }

    static Wish of(BookingRequested asked) {
        return new Wish(
                asked.booking(),
                asked.conversation(),
                asked.services(),
                asked.practitioner(),
                asked.start(),
                asked.replaces());
    }

    VisitRequest toRequest() {
        return FromWorkspace.request(services, practitioner);
    }
}
