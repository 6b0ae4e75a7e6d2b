package fr.accueil.conversation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.Author;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.BookingStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.SlotTaken;
import fr.accueil.events.Ids;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.ServiceId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ByHandTest extends ServiceTest {

    private static final Instant TEN = Diary.at(3, "10:00");
    private static final Instant LUNCH = Diary.at(3, "13:00");
    private static final Instant AFTERNOON = Diary.at(4, "15:30");

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient dueWork;

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
    void who_called_is_entered_and_everybody_knows() {
        var entered = entered(enter(body(TEN, null, "\"phone\":\"06 39 98 00 12\","), "a"));
        var booking = entered.booking();

        assertThat(entered.customerTold()).isFalse();
        assertThat(entered.notTold()).isEqualTo(NotTold.NO_CONVERSATION);
        assertThat(booking.status()).isEqualTo(BookingStatus.BOOKED);
        assertThat(booking.byAssistant()).isFalse();
        assertThat(booking.phone()).isEqualTo("+33639980012");
        assertThat(booking.conversation()).isNull();
        assertThat(Objects.requireNonNull(booking.practitioner()).name()).isEqualTo("Inès");
        assertThat(booking.end()).isEqualTo(TEN.plus(Duration.ofHours(1)));
        assertThat(events.await(
                                Topic.CHANGES,
                                BookingConfirmed.class,
                                it -> it.booking().id().equals(booking.id()))
                        .booking())
                .isEqualTo(booking);
        var saved = events.await(
                Topic.BOOKINGS, BookingSaved.class, it -> it.booking().equals(booking.id()));
        assertThat(saved.heldUntil()).isNull();
        assertThat(view(booking.id())).isEqualTo(booking);
        assertThat(due(booking.id())).isNull();
        assertThat(audited()).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo(Action.BOOKING_ENTERED);
            assertThat(it.label()).contains("Manucure", "10 h").doesNotContain("Camille");
            assertThat(it.changes()).isEmpty();
        });
    }

    @Test
    void the_same_key_enters_and_tells_once() {
        marie.says("Bonjour");
        var first = entered(enter(body(TEN, marie, ""), "a"));

        assertThat(entered(enter(body(TEN, marie, ""), "a"))).isEqualTo(first);

        assertThat(written()).hasSize(1);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void the_customer_of_a_conversation_is_told_by_the_house_and_reminded() {
        marie.says("Bonjour");

        var entered = entered(enter(body(AFTERNOON, marie, ""), "a"));

        assertThat(entered.customerTold()).isTrue();
        assertThat(entered.notTold()).isNull();
        assertThat(written()).singleElement().satisfies(it -> {
            assertThat(it.author()).isEqualTo(Author.system());
            assertThat(it.body())
                    .contains(
                            "Camille Dupont",
                            "15 h 30",
                            "Manucure",
                            salon.tenant().name(),
                            "Votre rendez-vous est noté");
        });
        assertThat(due(entered.booking().id())).isEqualTo(AFTERNOON.minus(Duration.ofHours(24)));
    }

    @Test
    void who_telephones_and_has_written_before_is_known_by_the_number_and_told_where_they_wrote() {
        marie.says("Bonjour");
        var dialled = "\"phone\":\"" + marie.phone().replace("+33", "0") + "\",";

        var entered = entered(enter(body(TEN, null, dialled), "a"));

        assertThat(entered.customerTold()).isTrue();
        assertThat(entered.booking().conversation()).isEqualTo(marie.id());
        assertThat(written()).hasSize(1);
        assertThat(due(entered.booking().id())).isEqualTo(TEN.minus(Duration.ofHours(24)));
    }

    @Test
    void who_is_called_tu_is_written_to_so() {
        salon.asSophie(HttpMethod.PUT, "/api/settings")
                .bodyValue("""
                        {"name":"Chez Sophie","vertical":"beauty","timeZone":"Europe/Paris","formal":false,
                         "version":1}""")
                .exchange()
                .expectStatus()
                .isOk();
        marie.says("Coucou");

        entered(enter(body(TEN, marie, ""), "a"));

        assertThat(written().getFirst().body()).contains("Ton rendez-vous est noté", "Chez Sophie");
    }

    @Test
    void who_wants_no_messages_or_has_not_written_for_a_day_is_not_told_and_the_team_knows_why() {
        marie.says("Bonjour", marie.now().minus(Duration.ofDays(2)));
        assertThat(entered(enter(body(TEN, marie, ""), "a")).notTold()).isEqualTo(NotTold.WINDOW_CLOSED);

        var stop = marie.says("STOP");
        marie.tell(
                Topic.OUTBOUND,
                new StopSending(marie.id(), salon.channel().id(), "whatsapp:+33639980012", stop, "STOP", null));
        marie.awaitRow(it -> it.optedOutAt() != null);
        assertThat(entered(enter(body(AFTERNOON, marie, ""), "b")).notTold()).isEqualTo(NotTold.OPTED_OUT);

        assertThat(written()).isEmpty();
    }

    @Test
    void outside_the_opening_hours_only_on_purpose_and_never_over_another() {
        refused(enter(body(LUNCH, null, ""), "a"), "override");

        entered(enter(body(LUNCH, null, "\"override\":true,"), "b"));

        refused(enter(body(LUNCH, null, "\"override\":true,"), "c"), "start");
        refused(enter(body(LUNCH.plus(Duration.ofMinutes(65)), null, "\"override\":true,"), "d"), "start");
        var late = BookingId.of(Ids.next());
        marie.says("Bonjour");
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(late, marie.id(), services(), null, Diary.at(3, "14:00"), "Marie", null, null));
        assertThat(events.await(
                                Topic.CHANGES,
                                SlotTaken.class,
                                it -> it.booking().equals(late))
                        .reason())
                .isEqualTo("taken");
    }

    @Test
    void a_slot_that_is_taken_is_refused_with_what_is_free_around_it() {
        entered(enter(body(TEN, null, ""), "a"));

        enter(body(TEN, null, ""), "b")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value((String detail) -> assertThat(detail).contains("déjà pris", "Libre au plus près", "11 h 10"));
    }

    @Test
    void of_many_who_enter_the_same_slot_at_once_one_has_it() throws InterruptedException {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var people = IntStream.range(0, 6)
                .mapToObj(number -> Thread.ofVirtual()
                        .start(() -> statuses.add(enter(body(TEN, null, "\"override\":true,"), "key-" + number)
                                .expectBody()
                                .returnResult()
                                .getStatus()
                                .value())))
                .toList();
        for (var person : people) {
            person.join();
        }

        assertThat(statuses).containsOnlyOnce(201).hasSize(6).containsOnly(201, 409);
    }

    @Test
    void a_booking_is_moved_under_its_id_its_reminder_follows_and_its_customer_is_told() {
        marie.says("Bonjour");
        var booking = entered(enter(body(TEN, marie, ""), "a")).booking();

        var moved = handled(move(booking.id(), 1, AFTERNOON, ""));

        assertThat(moved.customerTold()).isTrue();
        assertThat(moved.booking().id()).isEqualTo(booking.id());
        assertThat(moved.booking().version()).isEqualTo(2);
        assertThat(moved.booking().start()).isEqualTo(AFTERNOON);
        assertThat(view(booking.id())).isEqualTo(moved.booking());
        assertThat(written().getLast().body()).contains("10 h", "est déplacé", "15 h 30");
        assertThat(due(booking.id())).isEqualTo(AFTERNOON.minus(Duration.ofHours(24)));
        events.await(
                Topic.BOOKINGS,
                BookingSaved.class,
                it -> it.booking().equals(booking.id()) && it.start().equals(AFTERNOON));
        events.await(
                Topic.CHANGES,
                BookingChanged.class,
                it -> it.booking().id().equals(booking.id()) && it.booking().version() == 2);
        assertThat(audited().getFirst().changes())
                .extracting(AuditEntry.Change::field)
                .containsExactly("start");
        entered(enter(body(TEN, null, ""), "b"));
    }

    @Test
    void a_booking_moves_over_itself_and_not_over_another() {
        var booking = entered(enter(body(TEN, null, ""), "a")).booking();
        entered(enter(body(AFTERNOON, null, ""), "b"));

        refused(move(booking.id(), 1, AFTERNOON, ""), "start");
        refused(move(booking.id(), 1, LUNCH, ""), "override");
        assertThat(view(booking.id())).isEqualTo(booking);

        assertThat(handled(move(booking.id(), 1, TEN.plus(Duration.ofMinutes(30)), ""))
                        .booking()
                        .version())
                .isEqualTo(2);
        assertThat(handled(move(booking.id(), 2, LUNCH, ",\"override\":true"))
                        .booking()
                        .start())
                .isEqualTo(LUNCH);
    }

    @Test
    void who_gets_another_practitioner_at_the_same_time_is_not_told_of_a_move() {
        var house = aSalon();
        var two = save(Diary.ofTeam(house.id(), "Inès", "Zoé"));
        salon = house;
        diary = two;
        marie = house.marie();
        marie.says("Bonjour");
        var booking = entered(enter(body(TEN, marie, "\"practitioner\":\"" + two.practitioner("Inès") + "\","), "a"))
                .booking();

        var moved = handled(move(booking.id(), 1, TEN, ",\"practitioner\":\"" + two.practitioner("Zoé") + "\""));

        assertThat(Objects.requireNonNull(moved.booking().practitioner()).name())
                .isEqualTo("Zoé");
        assertThat(moved.notTold()).isEqualTo(NotTold.SAME_TIME);
        assertThat(written()).hasSize(1);
    }

    @Test
    void a_booking_is_cancelled_with_a_reason_and_its_slot_is_free() {
        marie.says("Bonjour");
        var booking = entered(enter(body(TEN, marie, ""), "a")).booking();

        var cancelled = handled(cancel(booking.id(), "{\"version\":1,\"reason\":\"Inès est souffrante\"}"));

        assertThat(cancelled.customerTold()).isTrue();
        assertThat(cancelled.booking().status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(written().getLast().body())
                .contains("annuler votre rendez-vous", "10 h", "Inès est souffrante. Pour en convenir");
        assertThat(due(booking.id())).isNull();
        events.await(
                Topic.CHANGES, BookingCancelled.class, it -> it.booking().id().equals(booking.id()));
        entered(enter(body(TEN, null, ""), "b"));
        assertThat(audited())
                .extracting(AuditEntry::action)
                .containsExactly(Action.BOOKING_ENTERED, Action.BOOKING_CANCELLED, Action.BOOKING_ENTERED);
    }

    @Test
    void of_two_who_change_the_same_the_second_is_told_and_what_is_cancelled_stays_so() {
        var booking = entered(enter(body(TEN, null, ""), "a")).booking();
        handled(move(booking.id(), 1, AFTERNOON, ""));

        changedMeanwhile(move(booking.id(), 1, TEN, ""));
        changedMeanwhile(cancel(booking.id(), "{\"version\":1}"));

        handled(cancel(booking.id(), "{\"version\":2}"));
        move(booking.id(), 3, TEN, "")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Rendez-vous annulé");
    }

    @Test
    void where_nobody_said_when_it_is_open_or_what_is_unknown_nothing_is_entered() {
        var closed = aSalon();
        closed.asSophie(HttpMethod.POST, "/api/bookings")
                .bodyValue(body(TEN, null, ""))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        enter(body(TEN, salon.thread("Karim B.", "+33639980034"), ""), "a")
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "Camille Dupont"         | " "                      | customerName
            "Camille Dupont"         | "Camille\\u0000"         | customerName
            "phone":"0639980012"     | "phone":"appelez-moi"    | phone
            "services":[             | "services":[null,        | services[0]
            """)
    void what_is_wrong_is_said_by_its_field(String right, String wrong, String field) {
        enter(body(TEN, null, "\"phone\":\"0639980012\",").replace(right, wrong), "a")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private String body(Instant start, @Nullable Correspondence customer, String more) {
        return """
                {"services":["%s"],"start":"%s",%s%s"customerName":"Camille Dupont"}""".formatted(
                        diary.manicure().service(),
                        start,
                        customer == null ? "" : "\"conversation\":\"" + customer.id() + "\",",
                        more);
    }

    private List<ServiceId> services() {
        return List.of(diary.manicure().service());
    }

    /// By the house.
    private List<Message> written() {
        return marie.transcript().stream()
                .filter(it -> it.author().equals(Author.system()))
                .toList();
    }

    private ResponseSpec enter(String body, String key) {
        return salon.as(salon.lea(), HttpMethod.POST, "/api/bookings")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec move(BookingId id, long version, Instant start, String more) {
        return salon.asSophie(HttpMethod.POST, "/api/bookings/{id}/move", id)
                .bodyValue("{\"version\":%d,\"start\":\"%s\"%s}".formatted(version, start, more))
                .exchange();
    }

    private ResponseSpec cancel(BookingId id, String body) {
        return salon.asSophie(HttpMethod.POST, "/api/bookings/{id}/cancel", id)
                .bodyValue(body)
                .exchange();
    }

    private static void refused(ResponseSpec response, String field) {
        response.expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static void changedMeanwhile(ResponseSpec response) {
        response.expectStatus().isEqualTo(409).expectBody().jsonPath("$.title").isEqualTo("Modifié entre-temps");
    }

    private static HandledBooking entered(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isCreated()
                .expectBody(HandledBooking.class)
                .returnResult()
                .getResponseBody());
    }

    private static HandledBooking handled(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectBody(HandledBooking.class)
                .returnResult()
                .getResponseBody());
    }

    private ChangeEvent.Booking view(BookingId id) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/bookings/{id}", id)
                .exchange()
                .expectBody(ChangeEvent.Booking.class)
                .returnResult()
                .getResponseBody());
    }

    private @Nullable Instant due(BookingId booking) {
        return dueWork.sql("select due from due_work where kind = :kind and key = :key")
                .bind("kind", ReminderWorker.KIND)
                .bind("key", booking.toString())
                .mapValue(Instant.class)
                .one()
                .block(PATIENCE);
    }

    private List<AuditEntry> audited() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/audit")
                        .exchange()
                        .expectBody(AuditPage.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }
}
