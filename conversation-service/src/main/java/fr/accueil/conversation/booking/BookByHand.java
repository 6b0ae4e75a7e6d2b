package fr.accueil.conversation.booking;

import fr.accueil.agenda.Slot;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.booking.Booking.Reminder;
import fr.accueil.conversation.booking.Booking.State;
import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.conversation.booking.Judgement.Granted;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// One of the team enters a visit, over the telephone or at the counter.
@Component
class BookByHand {

    /// Of ids that are computed from who enters and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("2f9b6e07-41d3-5a8c-b6f5-90d7c2e8a415");

    private static final long FIRST = 1;

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final AgendaDesk desk;
    private final Bookings bookings;
    private final BookingTopics topics;
    private final PlanReminder reminders;
    private final TellCustomer customer;
    private final AuditLog audit;
    private final BookingWords words;

    BookByHand(
            TenantTransaction transaction,
            Conversations conversations,
            AgendaDesk desk,
            Bookings bookings,
            BookingTopics topics,
            PlanReminder reminders,
            TellCustomer customer,
            AuditLog audit,
            BookingSettings settings) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.desk = desk;
        this.bookings = bookings;
        this.topics = topics;
        this.reminders = reminders;
        this.customer = customer;
        this.audit = audit;
        this.words = new BookingWords(settings.reminderLanguage());
    }

    /// @param key of idempotency: the same person and key give the same booking, however often it is sent
    /// @throws SlotRefused (as an error) when the slot cannot be had
    Mono<HandledBooking> book(Member member, BookRequest request, @Nullable String key) {
        var tenant = member.tenant();
        var id = BookingId.of(
                key == null
                        ? Ids.next()
                        : Ids.computed(NAMESPACE, "booking", tenant.toString(), member.subject(), key));
        return transaction.in(
                tenant,
                lock(request)
                        .flatMap(conversation -> desk.open(tenant)
                                .flatMap(opened -> opened.map(agenda -> once(member, agenda, conversation, id, request))
                                        .orElseGet(() -> Mono.error(SlotRefused.nothingBookable())))));
    }

    /// The one that is named, else the one in which the customer who was telephoned with has written.
    private Mono<Optional<Conversation>> lock(BookRequest request) {
        var named = request.conversation();
        if (named != null) {
            return conversations.lock(named).map(Optional::of);
        }
        var phone = request.dialled();
        return phone == null
                ? Mono.just(Optional.empty())
                : conversations.lockLatestOf(phone).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<HandledBooking> once(
            Member member,
            OpenedAgenda agenda,
            Optional<Conversation> conversation,
            BookingId id,
            BookRequest request) {
        return bookings.find(id)
                .map(known -> HandledBooking.of(known, TellCustomer.may(conversation, known, agenda.now())))
                .switchIfEmpty(Mono.defer(() -> enter(
                        member,
                        request.overrides() ? agenda.atAnyHour() : agenda.byHand(),
                        conversation,
                        id,
                        request)));
    }

    private Mono<HandledBooking> enter(
            Member member,
            OpenedAgenda agenda,
            Optional<Conversation> conversation,
            BookingId id,
            BookRequest request) {
        var with = conversation.map(Conversation::id).orElse(null);
        var wish = new Wish(id, with, request.services(), request.practitioner(), request.start(), null);
        return switch (agenda.judge(wish, null)) {
            case Denied denied -> Mono.error(SlotRefused.because(denied, agenda.zone()));
            case Granted(var slot) -> {
                var booking = toBooking(agenda, wish, slot, request);
                yield bookings.insert(booking, id)
                        .flatMap(inserted -> inserted
                                ? confirm(member, agenda, conversation, booking)
                                : Mono.error(SlotRefused.because(agenda.lost(wish, null, slot), agenda.zone())));
            }
        };
    }

    private Mono<HandledBooking> confirm(
            Member member, OpenedAgenda agenda, Optional<Conversation> conversation, Booking booking) {
        var label = words.label(booking, agenda.zone());
        return topics.taken(booking)
                .then(Mono.defer(() -> reminders.plan(booking, agenda.zone())))
                .then(Mono.defer(() -> topics.tell(booking, new BookingConfirmed(booking.toView(), null), null)))
                .then(Mono.defer(() -> audit.record(member, Action.BOOKING_ENTERED, booking.id(), label)))
                .then(Mono.defer(() -> customer.tell(
                        conversation, booking, agenda.now(), tenant -> words.booked(booking, tenant, agenda.zone()))))
                .map(telling -> HandledBooking.of(booking, telling));
    }

    private static Booking toBooking(OpenedAgenda agenda, Wish wish, Slot slot, BookRequest request) {
        return new Booking(
                agenda.tenant(),
                wish.booking(),
                FIRST,
                wish.conversation(),
                new State.Booked(),
                agenda.named(wish),
                agenda.with(slot),
                FromWorkspace.seat(slot),
                slot.start(),
                slot.end(),
                slot.occupied().end(),
                request.customerName().strip(),
                request.dialled(),
                false,
                agenda.now().truncatedTo(ChronoUnit.MICROS),
                Reminder.NONE);
    }
}
