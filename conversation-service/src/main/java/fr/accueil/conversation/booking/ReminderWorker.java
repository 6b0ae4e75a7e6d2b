package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.events.BookingId;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.logging.LogContext;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reminds customers of their bookings when it is time.
@Component
class ReminderWorker implements WorkHandler {

    static final String KIND = "booking-reminder";

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final AgendaDesk desk;
    private final Bookings bookings;
    private final RemindCustomer remind;
    private final ReminderTimes times;
    private final WorkQueue work;

    ReminderWorker(
            TenantTransaction transaction,
            Conversations conversations,
            AgendaDesk desk,
            Bookings bookings,
            RemindCustomer remind,
            BookingSettings settings,
            WorkQueue work) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.desk = desk;
        this.bookings = bookings;
        this.remind = remind;
        this.times = settings.reminderTimes();
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        var id = BookingId.of(due.key());
        return transaction
                .in(
                        due.tenant(),
                        bookings.find(id)
                                .mapNotNull(Booking::conversation)
                                .flatMap(conversation -> remind(due, conversation, id))
                                .defaultIfEmpty(Optional.empty())
                                .flatMap(later -> later.map(time -> work.postpone(due, time))
                                        .orElseGet(() -> work.finish(due).then())))
                .contextWrite(
                        LogContext.of(Map.of(LogContext.TENANT, due.tenant().toString())));
    }

    /// @return when to look again, if now is no time to write
    private Mono<Optional<Instant>> remind(LeasedWork due, ConversationId id, BookingId booking) {
        return conversations
                .lockOrOpen(due.tenant(), id)
                .flatMap(conversation -> desk.open(due.tenant())
                        .flatMap(Mono::justOrEmpty)
                        .flatMap(agenda -> bookings.find(booking)
                                .filter(it -> it.isBooked() && it.reminder().at() == null)
                                .flatMap(it -> times.next(agenda.now(), it.start(), agenda.zone())
                                        .map(time -> time.isAfter(agenda.now())
                                                ? Mono.just(Optional.of(time))
                                                : remind.remind(conversation, it, agenda)
                                                        .thenReturn(Optional.<Instant>empty()))
                                        .orElseGet(() -> Mono.just(Optional.empty())))));
    }
}
