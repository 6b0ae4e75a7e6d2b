package fr.accueil.conversation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class HoursTest extends ServiceTest {

    private static final String HOURS = """
            {"holidayRegion":"METROPOLE","workedHolidays":["VICTORY_1945"],
             "week":[{"day":"TUESDAY","periods":["09:30-12:30","14:00-19:00"]},
                     {"day":"SATURDAY","periods":["09:00-24:00"]}],
             "exceptions":[{"open":false,"from":"2027-08-02","to":"2027-08-15","period":"00:00-24:00",
                            "label":"congés d'été"}],
             "practitioners":[{"name":" Inès ","services":[],"exceptions":[]}],
             "seats":1,
             "rules":{"leadMinutes":120,"horizonDays":90,"gridMinutes":15,"strictGrid":false},
             "version":%d}""";

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void nobody_has_said_them_yet() {
        var unsaid = hours();

        assertThat(unsaid.version()).isZero();
        assertThat(unsaid.holidayRegion()).isEqualTo("METROPOLE");
        assertThat(unsaid.week()).isEmpty();
        assertThat(unsaid.practitioners()).isEmpty();
        assertThat(unsaid.seats()).isEqualTo(1);
        assertThat(unsaid.rules().gridMinutes()).isEqualTo(15);
    }

    @Test
    void what_is_said_is_shown_audited_and_told_to_the_other_services() {
        var said = changed(change(HOURS.formatted(0)));

        assertThat(said.version()).isEqualTo(1);
        assertThat(said.bookingsOutside()).isZero();
        assertThat(said.practitioners().getFirst().name()).isEqualTo("Inès");
        assertThat(hours()).isEqualTo(said);
        var told = events.await(Topic.HOURS, HoursSaved.class, it -> it.tenant().equals(salon.id()));
        assertThat(told.practitioners()).isEqualTo(said.practitioners());
        assertThat(told.week()).isEqualTo(said.week());
        assertThat(told.workedHolidays()).containsExactly("VICTORY_1945");
        assertThat(audited()).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo(Action.HOURS_CHANGED);
            assertThat(it.changes()).extracting(AuditEntry.Change::field).contains("week", "practitioners");
        });
    }

    @Test
    void who_has_an_id_keeps_it_and_saving_the_same_changes_nothing() {
        var said = changed(change(HOURS.formatted(0)));
        var ines = said.practitioners().getFirst().practitioner();
        var named = HOURS.replace("{\"name\"", "{\"practitioner\":\"" + ines + "\",\"name\"");

        assertThat(changed(change(named.formatted(1)))).isEqualTo(said);

        assertThat(audited()).hasSize(1);
        var renamed = changed(change(named.formatted(1).replace("Inès", "Inès B.")));
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(renamed.practitioners().getFirst().practitioner()).isEqualTo(ines);
    }

    @Test
    void of_two_who_edit_the_same_the_second_is_told_and_changes_nothing() {
        var said = changed(change(HOURS.formatted(0)));

        refusedAsChanged(HOURS.formatted(0));
        changed(change(HOURS.formatted(1).replace("19:00", "20:00")));
        refusedAsChanged(HOURS.formatted(1));

        assertThat(hours().version()).isEqualTo(said.version() + 1);
        assertThat(hours().week().getFirst().periods()).containsExactly("09:30-12:30", "14:00-20:00");
    }

    @Test
    void bookings_outside_the_new_hours_stay_and_are_counted() {
        var diary = save(Diary.ofTeam(salon.id(), "Inès"));
        var booking = booked(diary, Diary.at(3, "10:00"));
        assertThat(hours().bookingsOutside()).isZero();

        var closedInTheMorning = body(diary, "14:00-19:00", "Inès");

        assertThat(changed(change(closedInTheMorning)).bookingsOutside()).isEqualTo(1);
        assertThat(hours().bookingsOutside()).isEqualTo(1);
        salon.asSophie(HttpMethod.GET, "/api/bookings/{id}", booking)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("booked");
    }

    @Test
    void what_is_booked_with_who_is_gone_is_outside_too() {
        var diary = save(Diary.ofTeam(salon.id(), "Inès", "Zoé"));
        booked(diary, Diary.at(3, "10:00"));

        assertThat(changed(change(body(diary, "09:00-19:00", "Zoé"))).bookingsOutside())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "METROPOLE"                  | "LUTECE"                    | holidayRegion
            VICTORY_1945                 | BASTILLE                    | workedHolidays[0]
            14:00-19:00                  | 12:00-19:00                 | week[0].periods[1]
            14:00-19:00                  | 07:00-08:00                 | week[0].periods[1]
            14:00-19:00                  | 14h-19h                     | week[0].periods[1]
            14:00-19:00                  | 22:00-02:00                 | week[0].periods[1]
            09:00-24:00                  | 09:00-25:00                 | week[1].periods[0]
            SATURDAY                     | TUESDAY                     | week[1].day
            "to":"2027-08-15"            | "to":"2027-08-01"           | exceptions[0].to
            "to":"2027-08-15"            | "to":"2037-08-15"           | exceptions[0].to
            "from":"2027-08-02"          | "from":"0027-08-02"         | exceptions[0].from
            congés d'été                 |                             | exceptions[0].label
            00:00-24:00                  | toute la journée            | exceptions[0].period
            " Inès "                     | " "                         | practitioners[0].name
            "services":[]                | "services":["01890a5d-ac96-774b-bcce-b302099a8057"] | practitioners[0].services[0]
            " Inès "                     | "I\\u0000"                  | practitioners[0].name
            "seats":1                    | "seats":0                   | seats
            "seats":1                    | "seats":51                  | seats
            "leadMinutes":120            | "leadMinutes":-1            | rules.leadMinutes
            "horizonDays":90             | "horizonDays":733           | rules.horizonDays
            "gridMinutes":15             | "gridMinutes":7             | rules.gridMinutes
            """, quoteCharacter = '~')
    void what_is_wrong_is_said_by_its_field_and_nothing_is_saved(String right, @Nullable String wrong, String field) {
        change(HOURS.formatted(0).replace(right, wrong == null ? "" : wrong))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value((List<String> fields) -> assertThat(fields).contains(field))
                .jsonPath("$.errors[0].message")
                .isNotEmpty();

        assertThat(hours().version()).isZero();
        assertThat(audited()).isEmpty();
    }

    @Test
    void there_are_at_most_twenty_practitioners_and_no_two_of_one_name() {
        var one = "{\"name\":\"Inès\",\"services\":[],\"exceptions\":[]}";
        var many = HOURS.formatted(0).replaceFirst("\\{\"name\":\" Inès \"[^}]*}", "%s");

        change(many.replace("%s", String.join(",", Collections.nCopies(21, one))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("practitioners");
        change(many.replace("%s", one + "," + one.replace("Inès", "INÈS")))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("practitioners[1].name");
    }

    private BookingId booked(Diary diary, Instant start) {
        var marie = salon.marie();
        marie.says("Bonjour");
        var booking = BookingId.of(Ids.next());
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        booking,
                        marie.id(),
                        List.of(diary.manicure().service()),
                        diary.practitioner("Inès"),
                        start,
                        "Marie",
                        null,
                        null));
        events.await(
                Topic.CHANGES, BookingConfirmed.class, it -> it.booking().id().equals(booking));
        return booking;
    }

    /// Every day the same, holidays too.
    private String body(Diary diary, String period, String name) {
        var seen = hours();
        var week = seen.week().stream()
                .map(it -> "{\"day\":\"%s\",\"periods\":[\"%s\"]}".formatted(it.day(), period))
                .toList();
        var holidays = seen.workedHolidays().stream().map("\"%s\""::formatted).toList();
        return """
                {"holidayRegion":"METROPOLE","workedHolidays":%s,"week":%s,"exceptions":[],
                 "practitioners":[{"practitioner":"%s","name":"%s","services":["%s"],"exceptions":[]}],"seats":1,
                 "rules":{"leadMinutes":0,"horizonDays":200,"gridMinutes":15,"strictGrid":false},"version":%d}""".formatted(
                holidays, week, diary.practitioner(name), name, diary.manicure().service(), seen.version());
    }

    private void refusedAsChanged(String body) {
        change(body)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Modifié entre-temps");
    }

    private HoursView hours() {
        return body(salon.asSophie(HttpMethod.GET, "/api/hours").exchange(), HoursView.class);
    }

    private List<AuditEntry> audited() {
        return body(salon.asSophie(HttpMethod.GET, "/api/audit").exchange(), AuditPage.class)
                .items();
    }

    private ResponseSpec change(String body) {
        return salon.asSophie(HttpMethod.PUT, "/api/hours").bodyValue(body).exchange();
    }

    private static HoursView changed(ResponseSpec response) {
        return body(response, HoursView.class);
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(
                response.expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }
}
