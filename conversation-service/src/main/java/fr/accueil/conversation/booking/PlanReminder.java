package fr.accueil.conversation.booking;

import fr.accueil.platform.work.WorkQueue;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Plans the reminder of a booking, and drops it. What the team entered by hand has nobody to write to.
@Component
class PlanReminder {

    private final WorkQueue work;
    private final ReminderTimes times;

    PlanReminder(WorkQueue work, BookingSettings settings) {
        this.work = work;
        this.times = settings.reminderTimes();
    }

    /// @param zone in which the business lives
    Mono<Void> plan(Booking booking, ZoneId zone) {
        return plan(booking, booking.createdAt(), zone);
    }

    /// @param settledAt when its time was agreed on
    Mono<Void> plan(Booking booking, Instant settledAt, ZoneId zone) {
        return booking.conversation() == null
                ? Mono.empty()
                : Mono.justOrEmpty(times.of(booking.start(), settledAt, zone))
                        .flatMap(due -> work.schedule(
                                booking.tenant(),
                                ReminderWorker.KIND,
                                booking.id().toString(),
                                due,
                                ""));
    }

    Mono<Void> drop(Booking booking) {
        return work.cancel(ReminderWorker.KIND, booking.id().toString());
    }
}
