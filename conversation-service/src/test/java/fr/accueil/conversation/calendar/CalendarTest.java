package fr.accueil.conversation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.booking.HandledBooking;
import fr.accueil.events.BookingId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class CalendarTest extends ServiceTest {

    private static final Instant TEN = Diary.at(3, "10:00");

    private Salon salon;
    private Diary diary;

    @BeforeEach
    void an_institute_of_one() {
        salon = aSalon();
        diary = save(Diary.ofTeam(salon.id(), "Inès"));
    }

    @Test
    void who_knows_the_address_reads_what_is_booked_and_no_telephone_number() throws IOException, ParserException {
        var name = "Camille; Dupont, dite « Zoé » 👩🏽‍🦱 qui a un nom vraiment très, très long";
        var booking = booked(TEN, name);
        var cancelled = booked(Diary.at(4, "10:00"), "Karim");
        salon.asSophie(HttpMethod.POST, "/api/bookings/{id}/cancel", cancelled)
                .bodyValue("{\"version\":1}")
                .exchange()
                .expectStatus()
                .isOk();

        var text = read(made());

        var calendar = new CalendarBuilder().build(new StringReader(text));
        calendar.validate();
        var events = calendar.<VEvent>getComponents("VEVENT");
        assertThat(events).singleElement().satisfies(it -> {
            assertThat(it.getUid().orElseThrow().getValue()).isEqualTo(booking + "@accueil");
            assertThat(it.<OffsetDateTime>getDateTimeStart().getDate().toInstant())
                    .isEqualTo(TEN);
            assertThat(it.getSummary().getValue()).isEqualTo("Manucure, " + name + " (Inès)");
        });
        assertThat(text).contains("Camille\\; Dupont\\, dite").doesNotContain("0639980012", "+33639980012", "Karim");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n"));
    }

    @Test
    void a_new_address_replaces_the_one_before() {
        var before = made();
        var after = made();

        assertThat(after).isNotEqualTo(before);
        get(before).expectStatus().isNotFound();
        assertThat(read(after)).contains("BEGIN:VCALENDAR").doesNotContain("VEVENT");
    }

    @Test
    void another_business_has_another_address_and_no_other_opens_anything() {
        booked(TEN, "Camille");
        var mine = made();
        salon = aSalon();
        var other = made();

        assertThat(read(mine)).contains("Camille");
        assertThat(read(other)).doesNotContain("Camille");
        get("/api/calendar/secret.ics").expectStatus().isNotFound();
        get("/api/calendar/.ics").expectStatus().is4xxClientError();
        get(mine.replace(".ics", "")).expectStatus().isUnauthorized();
    }

    @Test
    void one_that_was_taken_back_shows_nothing_any_more() {
        assertThat(madeAt()).isNull();
        var address = made();
        assertThat(madeAt()).isNotNull();

        for (var i = 0; i < 2; i++) {
            salon.asSophie(HttpMethod.DELETE, "/api/calendar/secret")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }

        assertThat(madeAt()).isNull();
        get(address).expectStatus().isNotFound();
        salon.asSophie(HttpMethod.GET, "/api/audit")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("calendar_address_revoked")
                .jsonPath("$.items[1].action")
                .isEqualTo("calendar_address_made");
    }

    private @Nullable Instant madeAt() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/calendar")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(CalendarView.class)
                        .returnResult()
                        .getResponseBody())
                .madeAt();
    }

    @Test
    void only_who_manages_the_agenda_makes_one() {
        salon.as(salon.lea(), HttpMethod.POST, "/api/calendar/secret")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private BookingId booked(Instant start, String name) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.POST, "/api/bookings")
                        .bodyValue("""
                                {"services":["%s"],"start":"%s","customerName":"%s","phone":"0639980012"}""".formatted(diary.manicure().service(), start, name))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(HandledBooking.class)
                        .returnResult()
                        .getResponseBody())
                .booking()
                .id();
    }

    private String made() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.POST, "/api/calendar/secret")
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(CalendarAddress.class)
                        .returnResult()
                        .getResponseBody())
                .path();
    }

    private ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private String read(String path) {
        return Objects.requireNonNull(get(path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
