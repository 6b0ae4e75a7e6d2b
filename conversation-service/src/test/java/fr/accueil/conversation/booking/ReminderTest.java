package fr.accueil.conversation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.template.TemplatePage;
import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.Author;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.BookingReminded;
import fr.accueil.events.ChangeEvent.ReminderProblem;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.TemplateEvent.Approval;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

class ReminderTest extends ServiceTest {

    private static final Instant AFTERNOON = Diary.at(3, "14:30");

    @Autowired
    TenantTransaction transaction;

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient dueWork;

    @Autowired
    RemindCustomer remind;

    @Autowired
    AgendaDesk desk;

    @Autowired
    Bookings bookings;

    @Autowired
    Conversations conversations;

    @Autowired
    MeterRegistry meters;

    private Salon salon;
    private Diary diary;
    private Correspondence marie;

    @BeforeEach
    void an_institute_of_one() {
        salon = aSalon();
        diary = save(Diary.ofTeam(salon.id(), "Inès"));
        marie = salon.marie();
    }

    @Test
    void a_reminder_is_due_the_day_before_and_dropped_with_its_booking() {
        marie.says("Bonjour");
        var booking = booked(AFTERNOON);
        assertThat(due(booking)).isEqualTo(AFTERNOON.minus(Duration.ofHours(24)));

        var moved = BookingId.of(Ids.next());
        request(moved, AFTERNOON.plus(Duration.ofHours(2)), booking);
        assertThat(due(booking)).isNull();
        assertThat(due(moved)).isEqualTo(AFTERNOON.minus(Duration.ofHours(22)));

        marie.tell(Topic.ASSISTANT, new BookingCancellationRequested(moved, marie.id()));
        events.await(
                Topic.CHANGES, BookingCancelled.class, it -> it.booking().id().equals(moved));
        assertThat(due(moved)).isNull();
    }

    @Test
    void who_wrote_within_a_day_is_reminded_in_free_text_whoever_leads() {
        marie.says("Bonjour");
        var booking = booked(AFTERNOON);
        salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/takeover", marie.id())
                .exchange()
                .expectStatus()
                .isOk();

        remind(booking);

        var reminded = events.await(
                Topic.CHANGES, BookingReminded.class, it -> it.booking().equals(booking));
        var send = events.await(
                Topic.OUTBOUND, SendMessage.class, it -> it.message().equals(reminded.message()));
        assertThat(send.author()).isEqualTo(Author.system());
        assertThat(send.template()).isNull();
        assertThat(send.body())
                .contains(
                        "Camille Dupont", "14 h 30", "Manucure", salon.tenant().name(), "votre rendez-vous");
        assertThat(send.answers()).isEmpty();
        assertThat(marie.transcript().getLast()).satisfies(it -> {
            assertThat(it.author()).isEqualTo(Author.system());
            assertThat(it.body()).isEqualTo(send.body());
        });
        var changed = events.await(
                Topic.CHANGES, BookingChanged.class, it -> it.booking().id().equals(booking));
        assertThat(changed.booking().remindedAt()).isNotNull();
        assertThat(view(booking).reminderProblem()).isNull();
    }

    @Test
    void who_has_not_written_for_a_day_is_reminded_by_the_approved_template_of_that_name() {
        template("HX2", "un_autre", Approval.APPROVED);
        template("HX1", "rappel_rendez_vous", Approval.APPROVED);
        marie.says("Bonjour", marie.now().minus(Duration.ofDays(3)));
        var booking = booked(AFTERNOON);

        remind(booking);

        var reminded = events.await(
                Topic.CHANGES, BookingReminded.class, it -> it.booking().equals(booking));
        var send = events.await(
                Topic.OUTBOUND, SendMessage.class, it -> it.message().equals(reminded.message()));
        assertThat(Objects.requireNonNull(send.template()).contentSid()).isEqualTo("HX1");
        assertThat(send.template().variables())
                .containsEntry("1", "Camille Dupont")
                .containsEntry("3", "14 h 30")
                .containsEntry("4", booking.toString())
                .hasSize(4);
        assertThat(send.body()).startsWith("Bonjour Camille Dupont, à ").contains("14 h 30");
    }

    @Test
    void without_an_approved_template_nothing_is_pretended() {
        template("HX1", "rappel_rendez_vous", Approval.PENDING);
        marie.says("Bonjour", marie.now().minus(Duration.ofDays(3)));
        var booking = booked(AFTERNOON);
        var before = unsent();

        remind(booking);

        assertThat(view(booking).reminderProblem()).isEqualTo(ReminderProblem.NO_TEMPLATE);
        assertThat(view(booking).remindedAt()).isNull();
        assertThat(unsent()).isEqualTo(before + 1);
        assertThat(marie.told(Topic.OUTBOUND, SendMessage.class)).isEmpty();
    }

    @Test
    void who_wants_no_messages_gets_none() {
        var stop = marie.says("STOP");
        marie.tell(
                Topic.OUTBOUND,
                new StopSending(marie.id(), salon.channel().id(), "whatsapp:+33639980012", stop, "STOP", null));
        marie.awaitRow(it -> it.optedOutAt() != null);
        var booking = booked(AFTERNOON);

        remind(booking);

        assertThat(view(booking).reminderProblem()).isEqualTo(ReminderProblem.OPTED_OUT);
        assertThat(marie.told(Topic.OUTBOUND, SendMessage.class)).isEmpty();
    }

    @Test
    void the_worker_reminds_at_a_good_hour_once_and_waits_for_one_otherwise() {
        marie.says("Bonjour");
        var booking = booked(AFTERNOON);

        makeDue(booking);

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var waits = due(booking);
            return waits == null ? view(booking).remindedAt() != null : waits.isAfter(Instant.now());
        });
    }

    private void makeDue(BookingId booking) {
        dueWork.sql("update due_work set due = now() where kind = :kind and key = :key")
                .bind("kind", ReminderWorker.KIND)
                .bind("key", booking.toString())
                .then()
                .block(PATIENCE);
    }

    /// As the worker does at a good hour.
    private void remind(BookingId booking) {
        transaction
                .in(
                        salon.id(),
                        conversations
                                .lockOrOpen(salon.id(), marie.id())
                                .flatMap(conversation -> desk.open(salon.id())
                                        .flatMap(agenda -> bookings.find(booking)
                                                .flatMap(it -> remind.remind(conversation, it, agenda.orElseThrow())))))
                .block(PATIENCE);
    }

    private BookingId booked(Instant start) {
        var booking = BookingId.of(Ids.next());
        request(booking, start, null);
        return booking;
    }

    private void request(BookingId booking, Instant start, @Nullable BookingId replaces) {
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        booking,
                        marie.id(),
                        List.of(diary.manicure().service()),
                        null,
                        start,
                        "Camille Dupont",
                        null,
                        replaces));
        events.await(
                Topic.CHANGES, BookingConfirmed.class, it -> it.booking().id().equals(booking));
    }

    private @Nullable Instant due(BookingId booking) {
        return dueWork.sql("select due from due_work where kind = :kind and key = :key")
                .bind("kind", ReminderWorker.KIND)
                .bind("key", booking.toString())
                .mapValue(Instant.class)
                .one()
                .block(PATIENCE);
    }

    private ChangeEvent.Booking view(BookingId booking) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/bookings/{id}", booking)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ChangeEvent.Booking.class)
                .returnResult()
                .getResponseBody());
    }

    private double unsent() {
        return meters.counter("accueil.reminders.unsent", "why", "no_template").count();
    }

    private void template(String sid, String name, Approval approval) {
        var key = salon.channel().id() + ":" + sid;
        var listed = new TemplateListed(
                salon.channel().id(),
                sid,
                name,
                "fr",
                "Bonjour {{1}}, à {{2}}, {{3}}",
                List.of("1", "2", "3", "4"),
                "utility",
                approval);
        events.publish(
                Topic.TEMPLATES,
                key,
                Wire.write(
                        new Envelope(Ids.next(), URI.create("/test"), Instant.now(), key, salon.id(), null, listed)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/templates")
                                .exchange()
                                .expectBody(TemplatePage.class)
                                .returnResult()
                                .getResponseBody())
                        .items()
                        .stream()
                        .anyMatch(it -> it.contentSid().equals(sid)));
    }
}
