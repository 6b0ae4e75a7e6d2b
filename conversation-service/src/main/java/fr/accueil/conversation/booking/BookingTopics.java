package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.ChangesTopic;
import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingNews;
import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells what is taken, for local copies of the agenda, and what became of a booking, for who waits for it.
@Component
class BookingTopics {

    private final WorkspaceTopics workspace;
    private final ChangesTopic changes;
    private final Outbox outbox;

    BookingTopics(WorkspaceTopics workspace, ChangesTopic changes, Outbox outbox) {
        this.workspace = workspace;
        this.changes = changes;
        this.outbox = outbox;
    }

    Mono<Void> taken(Booking booking) {
        return workspace.tell(Topic.BOOKINGS, booking.tenant(), booking.id().toString(), booking.toSaved());
    }

    /// Nothing is taken under this id any more.
    Mono<Void> gone(TenantId tenant, BookingId id) {
        return outbox.tombstone(Topic.BOOKINGS, id.toString(), tenant);
    }

    Mono<Void> tell(TenantId tenant, ConversationId conversation, BookingNews news, UUID causedBy) {
        return changes.tell(tenant, conversation.toString(), news, causedBy);
    }

    /// Of one that may have no conversation.
    Mono<Void> tell(Booking booking, BookingNews news, @Nullable UUID causedBy) {
        var subject = booking.conversation() == null ? booking.id() : booking.conversation();
        return changes.tell(booking.tenant(), subject.toString(), news, causedBy);
    }
}
