package fr.accueil.router.dialogue;

import static org.awaitility.Awaitility.await;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.agenda.workspace.RefusalReason;
import fr.accueil.events.AccueilEvent;
import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.AssistantEvent.SlotReleased;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.Booking;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.BookingStatus;
import fr.accueil.events.ChangeEvent.SlotHeld;
import fr.accueil.events.ChangeEvent.SlotTaken;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.platform.testing.Events;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.flow.AgendaView;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// A business whose agenda is in memory: stands in for conversation-service and answers what the assistant asks of the
/// agenda, one after the other, but for conversations that it is told to be deaf to.
class Desks implements AutoCloseable {

    static final String SERVICE = "Coupe femme";

    private static final Duration VISIT = Duration.ofMinutes(30);

    private final Events events;
    private final TenantId tenant = TenantId.of(Ids.next());
    private final ServiceId service = ServiceId.of(Ids.next());
    private final Set<ConversationId> deaf = ConcurrentHashMap.newKeySet();
    private final Map<BookingId, Booking> booked = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private Agenda agenda;

    Desks(Events events, String bootstrap, String name) {
        this.events = events;
        var offered = new ServiceSaved(service, tenant, SERVICE, List.of("coupe"), 30, 0, 3500, false, true, 1);
        var hours = hours();
        agenda = Agenda.of(FromWorkspace.business(hours, List.of(offered)), List.of());
        say(Topic.TENANTS, tenant.toString(), new TenantSaved(tenant, name, Vertical.BEAUTY, "Europe/Paris", true));
        say(Topic.SERVICES, service.toString(), offered);
        say(Topic.HOURS, tenant.toString(), hours);
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.ASSISTANT.topic()).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread.ofPlatform().name("desk").daemon().start(this::run);
    }

    TenantId tenant() {
        return tenant;
    }

    /// Waits until the assistant knows what can be booked here.
    Desks known(Agendas agendas) {
        await().until(() ->
                agendas.view(tenant, ConversationId.of(Ids.next()), Instant.now()) instanceof AgendaView.Known known
                        && !known.services().isEmpty());
        return this;
    }

    void closesForGood(Agendas agendas) {
        events.publish(Topic.HOURS, tenant.toString(), null);
        await().until(() ->
                agendas.view(tenant, ConversationId.of(Ids.next()), Instant.now()) instanceof AgendaView.Unknown);
    }

    void isDeafTo(ConversationId conversation) {
        deaf.add(conversation);
    }

    /// What is booked, by its conversation.
    List<Booking> bookings(ConversationId conversation) {
        return booked.values().stream()
                .filter(it -> conversation.equals(it.conversation()))
                .toList();
    }

    /// Somebody at the counter takes every seat at this time, and the assistant is not told yet.
    void isTakenAtTheCounter(Instant start) {
        synchronized (this) {
            var id = BookingId.of(Ids.next());
            if (check(List.of(service), start) instanceof Verdict.Free(var slot)) {
                agenda = agenda.with(slot.booked(FromWorkspace.id(id)));
            }
        }
    }

    void tell(ConversationId conversation, AccueilEvent news) {
        events.publish(Topic.CHANGES, Story.envelope(Ids.next(), Instant.now(), tenant, conversation.toString(), news));
    }

    /// As it would be confirmed for whoever asks.
    Booking bookingOf(BookingRequested asked) {
        return booking(asked, asked.conversation());
    }

    /// The same, said of another conversation than the one that asked.
    Booking bookingOf(BookingRequested asked, ConversationId conversation) {
        return booking(asked, conversation);
    }

    private HoursSaved hours() {
        var week = Arrays.stream(DayOfWeek.values())
                .map(it -> new DayPeriods(it, List.of("08:00-20:00")))
                .toList();
        var holidays = Arrays.stream(fr.accueil.agenda.holiday.PublicHoliday.values())
                .map(Enum::name)
                .toList();
        return new HoursSaved(
                tenant, "METROPOLE", holidays, week, List.of(), List.of(), 1, new BookingRules(0, 90, 30, false));
    }

    private void run() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var envelope = Wire.read(record.value());
                    if (tenant.equals(envelope.tenant()) && !deaf.contains(envelope.conversation())) {
                        answer(envelope);
                    }
                }
            }
        } catch (WakeupException _) {
            booked.clear();
        }
    }

    private synchronized void answer(Envelope envelope) {
        switch (envelope.data()) {
            case SlotHoldRequested hold -> hold(hold);
            case BookingRequested asked -> book(asked);
            case SlotReleased(var id, var _) -> free(id);
            case BookingCancellationRequested(var id, var conversation) -> {
                free(id);
                var gone = booked.remove(id);
                if (gone != null) {
                    tell(conversation, new BookingCancelled(gone));
                }
            }
            default -> {
                // nothing that the agenda is asked for
            }
        }
    }

    private void hold(SlotHoldRequested hold) {
        agenda = agenda.without(FromWorkspace.id(hold.booking()));
        switch (check(hold.services(), hold.start())) {
            case Verdict.Free(var slot) -> {
                agenda = agenda.with(slot.heldUntil(hold.heldUntil(), FromWorkspace.id(hold.booking())));
                save(hold.booking(), hold.conversation(), slot, hold.heldUntil());
                tell(
                        hold.conversation(),
                        new SlotHeld(
                                hold.booking(), hold.conversation(), null, slot.start(), slot.end(), hold.heldUntil()));
            }
            case Verdict.Refused refused -> refuse(hold.booking(), hold.conversation(), hold.start(), refused);
        }
    }

    private void book(BookingRequested asked) {
        agenda = agenda.without(FromWorkspace.id(asked.booking()));
        switch (check(asked.services(), asked.start())) {
            case Verdict.Free(var slot) -> {
                agenda = agenda.with(slot.booked(FromWorkspace.id(asked.booking())));
                if (asked.replaces() != null) {
                    free(asked.replaces());
                    booked.remove(asked.replaces());
                }
                save(asked.booking(), asked.conversation(), slot, null);
                var booking = booking(asked, asked.conversation());
                booked.put(asked.booking(), booking);
                tell(asked.conversation(), new BookingConfirmed(booking, asked.replaces()));
            }
            case Verdict.Refused refused -> refuse(asked.booking(), asked.conversation(), asked.start(), refused);
        }
    }

    private void refuse(BookingId booking, ConversationId conversation, Instant start, Verdict.Refused refused) {
        var nearest = refused.nearest().after().stream().map(Slot::start).toList();
        tell(conversation, new SlotTaken(booking, conversation, start, RefusalReason.of(refused.why()), nearest));
    }

    private void free(BookingId booking) {
        agenda = agenda.without(FromWorkspace.id(booking));
        events.publish(Topic.BOOKINGS, booking.toString(), null);
    }

    private Verdict check(List<ServiceId> services, Instant start) {
        return agenda.asOf(Instant.now()).check(FromWorkspace.request(services, null), start);
    }

    private void save(BookingId id, ConversationId conversation, Slot slot, @Nullable Instant heldUntil) {
        say(
                Topic.BOOKINGS,
                id.toString(),
                new BookingSaved(
                        id,
                        tenant,
                        conversation,
                        List.of(service),
                        null,
                        FromWorkspace.seat(slot),
                        slot.start(),
                        slot.end(),
                        slot.occupied().end(),
                        heldUntil));
    }

    private Booking booking(BookingRequested asked, ConversationId conversation) {
        return new Booking(
                asked.booking(),
                1,
                conversation,
                BookingStatus.BOOKED,
                List.of(new BookedService(service, SERVICE)),
                null,
                asked.start(),
                asked.start().plus(VISIT),
                asked.name(),
                asked.phone(),
                true,
                Instant.now(),
                null,
                null,
                null);
    }

    private void say(Topic topic, String subject, AccueilEvent event) {
        events.publish(
                topic, new Envelope(Ids.next(), URI.create("/test"), Instant.now(), subject, tenant, null, event));
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
