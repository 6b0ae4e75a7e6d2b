package fr.accueil.conversation.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.events.CalendarId;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// What stands in a calendar elsewhere cannot be booked here.
class ExternalCalendarTest extends ServiceTest {

    private static final Instant TEN = Diary.at(3, "10:00");
    private static final Instant THREE = Diary.at(3, "15:00");

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient dueWork;

    private final AtomicReference<String> text = new AtomicReference<>("");
    private final DisposableServer elsewhere = HttpServer.create()
            .host("localhost")
            .handle((_, answer) ->
                    text.get().isEmpty() ? answer.sendNotFound() : answer.sendString(Mono.just(text.get())))
            .bindNow();

    private Salon salon;
    private Diary diary;

    @BeforeEach
    void an_institute_of_two() {
        salon = aSalon();
        diary = save(Diary.ofTeam(salon.id(), "Inès", "Zoé"));
        text.set(calendar(TEN));
    }

    @AfterEach
    void closes() {
        elsewhere.disposeNow();
    }

    @Test
    void its_busy_times_block_the_whole_house_and_everybody_is_told() {
        var added = added(add("Google", null));

        assertThat(added.host()).isEqualTo("localhost");
        assertThat(added.upcoming()).isEqualTo(1);
        assertThat(added.trouble()).isNull();
        assertThat(told(added.id())).containsExactly(new BusyPeriod(TEN, TEN.plusSeconds(3600)));
        book(TEN, null).expectStatus().isEqualTo(409);
        book(TEN.plusSeconds(1800), null).expectStatus().isEqualTo(409);
        book(THREE, null).expectStatus().isCreated();
        assertThat(listed()).containsExactly(added);
        salon.as(salon.lea(), HttpMethod.GET, "/api/busy-times?from={from}&to={to}", TEN, THREE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].name")
                .isEqualTo("Google")
                .jsonPath("$.items[0].start")
                .isEqualTo(TEN.toString());
        salon.as(salon.lea(), HttpMethod.GET, "/api/busy-times?from={from}", THREE)
                .exchange()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    @Test
    void one_of_somebodys_own_blocks_nobody_else() {
        added(add("Inès", "Inès"));

        book(TEN, "Inès").expectStatus().isEqualTo(409);
        book(TEN, "Zoé").expectStatus().isCreated();
    }

    @Test
    void it_is_read_again_and_again_and_what_went_is_free() {
        var id = added(add("Google", null)).id();
        text.set(calendar(THREE));
        dueNow(id);

        await().atMost(PATIENCE).until(() -> told(id).equals(List.of(new BusyPeriod(THREE, THREE.plusSeconds(3600)))));

        book(THREE, null).expectStatus().isEqualTo(409);
        book(TEN, null).expectStatus().isCreated();
        assertThat(due(id)).isAfter(Instant.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void while_it_cannot_be_read_what_it_said_holds_and_the_owner_sees_why() {
        var added = added(add("Google", null));
        text.set("");

        var unread = read(added.id());

        assertThat(unread.trouble()).isEqualTo(Trouble.NOT_FOUND);
        assertThat(unread.readAt()).isEqualTo(added.readAt());
        book(TEN, null).expectStatus().isEqualTo(409);
        text.set(calendar(THREE));
        var again = read(added.id());
        assertThat(again.trouble()).isNull();
        assertThat(again.readAt()).isAfter(added.readAt());
        book(TEN, null).expectStatus().isCreated();
    }

    @Test
    void one_that_is_left_takes_nothing_any_more() {
        var id = added(add("Google", null)).id();

        remove(id).expectStatus().isNoContent();

        remove(id).expectStatus().isNotFound();
        assertThat(listed()).isEmpty();
        assertThat(due(id)).isNull();
        events.awaitTombstone(Topic.BUSY, id.toString());
        book(TEN, null).expectStatus().isCreated();
        assertThat(audited())
                .containsExactly(
                        Action.BOOKING_ENTERED, Action.EXTERNAL_CALENDAR_REMOVED, Action.EXTERNAL_CALENDAR_ADDED);
    }

    @Test
    void the_same_key_adds_once_and_the_address_is_shown_to_nobody() {
        var body = body("Google", address(), null);

        var first = added(send(body, "k"));

        assertThat(added(send(body, "k"))).isEqualTo(first);
        for (var path : List.of("/api/external-calendars", "/api/audit")) {
            salon.asSophie(HttpMethod.GET, path)
                    .exchange()
                    .expectBody(String.class)
                    .value(it -> assertThat(it).doesNotContain("secret-of-sophie"));
        }
        assertThat(audited()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name":"Google"      | "name":" "                          | name    | 400
            "address":"http://   | "address":"                         | address | 400
            "address":"http://   | "address":"ftp://                   | address | 400
            "address":"http://   | "address":"http://sophie:secret@    | address | 400
            /basic.ics           | /un espace.ics                      | address | 400
            localhost            | agenda.invalid                      | address | 422
            """)
    void what_is_wrong_is_said_by_its_field(String right, String wrong, String field, int status) {
        send(body("Google", address(), null).replace(right, wrong), "k")
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(listed()).isEmpty();
    }

    @Test
    void what_is_no_calendar_is_not_subscribed_to() {
        text.set("<!doctype html><title>Connectez-vous</title>");

        add("Google", null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(Trouble.NO_CALENDAR.words());
        assertThat(listed()).isEmpty();
    }

    @Test
    void nobody_subscribes_for_who_does_not_receive_or_to_more_than_is_sensible() {
        send(body("Google", address(), "\"practitioner\":\"%s\"".formatted(Ids.next())), "k")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("practitioner");
        for (var i = 0; i < 10; i++) {
            send(body("Agenda " + i, address(), null), "k" + i).expectStatus().isCreated();
        }
        add("Google", null).expectStatus().isEqualTo(409);
        salon.as(salon.lea(), HttpMethod.POST, "/api/external-calendars")
                .bodyValue(body("Google", address(), null))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void before_it_is_said_when_the_house_is_open_a_calendar_may_be_added_already() {
        salon = aSalon();

        var added = added(add("Google", null));
        save(Diary.ofSeats(salon.id(), 1));

        assertThat(listed()).containsExactly(added);
    }

    private static String calendar(Instant start) {
        var compact = start.toString().replaceAll("[-:]", "");
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Google Inc//Google Calendar 70.9054//EN
                BEGIN:VEVENT
                UID:1@google.com
                DTSTAMP:20261101T000000Z
                DTSTART:%s
                DURATION:PT1H
                SUMMARY:Chez le dentiste
                END:VEVENT
                END:VCALENDAR
                """.formatted(compact);
    }

    private String address() {
        return "http://localhost:%d/secret-of-sophie/basic.ics".formatted(elsewhere.port());
    }

    private static String body(String name, String address, @Nullable String more) {
        return "{\"name\":\"%s\",\"address\":\"%s\"%s}".formatted(name, address, more == null ? "" : "," + more);
    }

    private ResponseSpec add(String name, @Nullable String practitioner) {
        var more = practitioner == null ? null : "\"practitioner\":\"%s\"".formatted(diary.practitioner(practitioner));
        return send(body(name, address(), more), name);
    }

    private ResponseSpec send(String body, String key) {
        return salon.asSophie(HttpMethod.POST, "/api/external-calendars")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec book(Instant start, @Nullable String with) {
        return salon.asSophie(HttpMethod.POST, "/api/bookings")
                .bodyValue("{\"services\":[\"%s\"],\"start\":\"%s\",%s\"customerName\":\"Camille\"}"
                        .formatted(
                                diary.brows().service(),
                                start,
                                with == null ? "" : "\"practitioner\":\"%s\",".formatted(diary.practitioner(with))))
                .exchange();
    }

    private ResponseSpec remove(CalendarId id) {
        return salon.asSophie(HttpMethod.DELETE, "/api/external-calendars/{id}", id)
                .exchange();
    }

    private ExternalCalendarView read(CalendarId id) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.POST, "/api/external-calendars/{id}/read", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ExternalCalendarView.class)
                .returnResult()
                .getResponseBody());
    }

    private static ExternalCalendarView added(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isCreated()
                .expectBody(ExternalCalendarView.class)
                .returnResult()
                .getResponseBody());
    }

    private List<ExternalCalendarView> listed() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/external-calendars")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(ExternalCalendarPage.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    private List<Action> audited() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/audit")
                        .exchange()
                        .expectBody(AuditPage.class)
                        .returnResult()
                        .getResponseBody())
                .items()
                .stream()
                .map(AuditEntry::action)
                .toList();
    }

    /// What was told of it last.
    private List<BusyPeriod> told(CalendarId id) {
        events.await(Topic.BUSY, BusySaved.class, it -> it.calendar().equals(id));
        return events.seen(Topic.BUSY).stream()
                .map(it ->
                        it.data() instanceof BusySaved saved && saved.calendar().equals(id) ? saved : null)
                .filter(Objects::nonNull)
                .toList()
                .getLast()
                .periods();
    }

    private void dueNow(CalendarId id) {
        dueWork.sql("update due_work set due = now() where kind = 'external_calendar' and key = :key")
                .bind("key", id.toString())
                .fetch()
                .rowsUpdated()
                .then(dueWork.sql("select pg_notify('conversation_work', '')").then())
                .block(PATIENCE);
    }

    private @Nullable Instant due(CalendarId id) {
        return dueWork.sql("select due from due_work where kind = 'external_calendar' and key = :key")
                .bind("key", id.toString())
                .mapValue(Instant.class)
                .one()
                .block(PATIENCE);
    }
}
