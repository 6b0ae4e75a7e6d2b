package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.template.Rendered;
import fr.accueil.conversation.template.Templates;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.conversation.transcript.SendByHouse;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.ChangeEvent.BookingReminded;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.ReminderProblem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes to a customer about their booking, or remembers why it could not be done. In the transaction that holds the
/// locks of conversation and agenda.
@Component
class RemindCustomer {

    private static final Logger LOG = LoggerFactory.getLogger(RemindCustomer.class);

    private final Bookings bookings;
    private final BookingTopics topics;
    private final Templates templates;
    private final Tenants tenants;
    private final SendByHouse send;
    private final ReminderWords words;
    private final BookingSettings settings;
    private final MeterRegistry meters;

    RemindCustomer(
            Bookings bookings,
            BookingTopics topics,
            Templates templates,
            Tenants tenants,
            SendByHouse send,
            BookingSettings settings,
            MeterRegistry meters) {
        this.bookings = bookings;
        this.topics = topics;
        this.templates = templates;
        this.tenants = tenants;
        this.send = send;
        this.words = new ReminderWords(settings.reminderLanguage());
        this.settings = settings;
        this.meters = meters;
    }

    Mono<Void> remind(Conversation conversation, Booking booking, OpenedAgenda agenda) {
        if (conversation.correspondent() == null) {
            return fail(booking, ReminderProblem.NO_ADDRESS);
        }
        if (conversation.optedOutAt() != null) {
            return fail(booking, ReminderProblem.OPTED_OUT);
        }
        return text(conversation, booking, agenda)
                .flatMap(found -> found.map(text ->
                                send.send(conversation, text).flatMap(message -> tell(booking, message, agenda)))
                        .orElseGet(() -> fail(booking, ReminderProblem.NO_TEMPLATE)));
    }

    private Mono<Optional<Rendered>> text(Conversation conversation, Booking booking, OpenedAgenda agenda) {
        var until = conversation.activity().freeTextUntil();
        if (until != null && agenda.now().isBefore(until)) {
            return tenants.find(booking.tenant())
                    .map(tenant -> Optional.of(new Rendered(words.freeText(booking, tenant, agenda.zone()), null)));
        }
        return Mono.fromSupplier(() -> templates.renderApproved(
                booking.tenant(),
                conversation.requireCorrespondent().channel(),
                settings.reminderTemplate(),
                words.variables(booking, agenda.zone())));
    }

    private Mono<Void> tell(Booking booking, Message message, OpenedAgenda agenda) {
        var reminded = booking.reminded(agenda.now().truncatedTo(ChronoUnit.MICROS));
        var conversation = Objects.requireNonNull(booking.conversation());
        return bookings.update(reminded)
                .then(Mono.defer(() ->
                        topics.tell(booking, new BookingReminded(booking.id(), conversation, message.id()), null)))
                .then(Mono.defer(() -> topics.tell(reminded, new BookingChanged(reminded.toView()), null)));
    }

    private Mono<Void> fail(Booking booking, ReminderProblem why) {
        var failed = booking.notReminded(why);
        return bookings.update(failed)
                .then(Mono.defer(() -> topics.tell(failed, new BookingChanged(failed.toView()), null)))
                .then(Mono.fromRunnable(() -> count(why)));
    }

    private void count(ReminderProblem why) {
        LOG.warn("A customer could not be reminded of their booking: {}", why);
        meters.counter("accueil.reminders.unsent", "why", why.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
