package fr.accueil.conversation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.ServiceId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ServicesTest extends ServiceTest {

    private static final String SHELLAC = """
            {"name":" Pose de vernis ","synonyms":["shellac","semi-permanent"],"durationMinutes":45,"bufferMinutes":10,
             "priceCents":3500,"priceFrom":true,"bookable":true}""";

    /// The compacted topic as its readers have it; what is gone is empty.
    private static final Map<String, Optional<Envelope>> COPY = new ConcurrentHashMap<>();

    private static final AtomicBoolean FOLLOWED = new AtomicBoolean();

    @Autowired
    CompactedCopies copies;

    private Salon salon;

    @BeforeEach
    void a_salon() {
        if (!FOLLOWED.getAndSet(true)) {
            copies.follow(Topic.SERVICES, (key, envelope) -> COPY.put(key, Optional.ofNullable(envelope)));
        }
        salon = aSalon();
    }

    @Test
    void what_is_added_stands_behind_the_others_and_is_told_to_the_other_services() {
        var first = added(SHELLAC, "a");
        var second = added(SHELLAC.replace("Pose de vernis", "Dépose"), "b");

        assertThat(first.name()).isEqualTo("Pose de vernis");
        assertThat(first.version()).isEqualTo(1);
        assertThat(second.position()).isGreaterThan(first.position());
        assertThat(list()).containsExactly(first, second);
        var told = events.await(
                Topic.SERVICES, ServiceSaved.class, it -> it.service().equals(first.id()));
        assertThat(told.priceCents()).isEqualTo(3500);
        assertThat(told.synonyms()).containsExactly("shellac", "semi-permanent");
        assertThat(audited()).extracting(AuditEntry::action).containsOnly(Action.SERVICE_SAVED);
    }

    @Test
    void the_same_key_adds_once() {
        var first = added(SHELLAC, "a");

        assertThat(added(SHELLAC, "a")).isEqualTo(first);

        assertThat(list()).hasSize(1);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void what_is_changed_keeps_its_place_and_of_two_editors_the_second_is_told() {
        var before = added(SHELLAC, "a");
        var dearer = versioned(SHELLAC.replace("3500", "3900"), 1);

        var after = body(change(before, dearer), ServiceView.class);

        assertThat(after.priceCents()).isEqualTo(3900);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.position()).isEqualTo(before.position());
        assertThat(list()).containsExactly(after);
        change(before, dearer.replace("3900", "4200")).expectStatus().isEqualTo(409);
        assertThat(body(change(before, versioned(SHELLAC.replace("3500", "3900"), 2)), ServiceView.class))
                .isEqualTo(after);
        assertThat(audited().getFirst().changes()).containsExactly(new AuditEntry.Change("priceCents", "3500", "3900"));
    }

    @Test
    void no_two_have_one_name_whatever_its_capitals_and_accents() {
        var first = added(SHELLAC.replace("Pose de vernis", "Épilation sourcils"), "a");
        var second = added(SHELLAC, "b");

        refused(add(SHELLAC.replace("Pose de vernis", "epilation  SOURCILS"), "c"), 409, "name");
        refused(change(second, versioned(SHELLAC.replace("Pose de vernis", "Epilation Sourcils"), 1)), 409, "name");

        body(change(first, versioned(SHELLAC.replace("Pose de vernis", "Epilation Sourcils"), 1)), ServiceView.class);
        assertThat(list()).extracting(ServiceView::name).containsExactly("Epilation Sourcils", "Pose de vernis");
    }

    @Test
    void they_are_put_in_order_all_or_none() {
        var one = added(SHELLAC.replace("Pose de vernis", "Un"), "a").id();
        var two = added(SHELLAC.replace("Pose de vernis", "Deux"), "b").id();

        order("[\"%s\",\"%s\"]".formatted(two, one)).expectStatus().isOk();
        order("[\"%s\"]".formatted(one)).expectStatus().isEqualTo(409);
        order("[\"%s\",\"%s\"]".formatted(one, one)).expectStatus().isEqualTo(409);

        assertThat(list()).extracting(ServiceView::name).containsExactly("Deux", "Un");
        assertThat(audited().getFirst().action()).isEqualTo(Action.SERVICES_ORDERED);
        events.await(Topic.SERVICES, ServiceSaved.class, it -> it.service().equals(two) && it.position() == 0);
    }

    @Test
    void what_is_deleted_is_gone_everywhere_but_from_what_is_booked() {
        var diary = save(Diary.ofTeam(salon.id(), "Inès"));
        var booking = booked(diary);
        var manicure = diary.manicure().service();

        delete(manicure.toString(), "?version=7").expectStatus().isEqualTo(409);
        refused(delete(manicure.toString(), ""), 400, "version");
        delete(manicure.toString(), "?version=1").expectStatus().isNoContent();
        delete(manicure.toString(), "?version=1").expectStatus().isNotFound();

        assertThat(list()).extracting(ServiceView::name).containsExactly("Sourcils");
        await().atMost(PATIENCE).until(() -> Optional.empty().equals(COPY.getOrDefault(manicure.toString(), null)));
        events.await(
                Topic.HOURS,
                HoursSaved.class,
                it -> it.tenant().equals(salon.id())
                        && !it.practitioners().getFirst().services().contains(manicure));
        salon.asSophie(HttpMethod.GET, "/api/hours")
                .exchange()
                .expectBody()
                .jsonPath("$.practitioners[0].services.length()")
                .isEqualTo(1)
                .jsonPath("$.version")
                .isEqualTo(2);
        salon.asSophie(HttpMethod.GET, "/api/bookings/{id}", booking)
                .exchange()
                .expectBody()
                .jsonPath("$.services[0].name")
                .isEqualTo("Manucure");
        assertThat(audited().getFirst().action()).isEqualTo(Action.SERVICE_DELETED);
    }

    @Test
    void there_are_at_most_two_hundred() {
        IntStream.range(0, 200)
                .mapToObj(it -> new ServiceSaved(
                        ServiceId.of(Ids.next()),
                        salon.id(),
                        "Prestation " + it,
                        List.of(),
                        30,
                        0,
                        null,
                        false,
                        true,
                        it))
                .forEach(it -> services.save(it).block(PATIENCE));

        add(SHELLAC, "a").expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            " Pose de vernis "       | " "                      | name
            "shellac"                | "a\\u0000"                | synonyms[0]
            "shellac"                | " "                      | synonyms[0]
            "durationMinutes":45     | "durationMinutes":47     | durationMinutes
            "durationMinutes":45     | "durationMinutes":0      | durationMinutes
            "durationMinutes":45     | "durationMinutes":725    | durationMinutes
            "bufferMinutes":10       | "bufferMinutes":241      | bufferMinutes
            "priceCents":3500        | "priceCents":-1          | priceCents
            "priceCents":3500        | "priceCents":1000001     | priceCents
            "bookable":true          | "bookable":null          | bookable
            """)
    void what_is_wrong_is_said_by_its_field_and_nothing_is_saved(String right, @Nullable String wrong, String field) {
        refused(add(SHELLAC.replace(right, Objects.requireNonNull(wrong)), "a"), 400, field);

        assertThat(list()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    private BookingId booked(Diary diary) {
        var marie = salon.marie();
        marie.says("Bonjour");
        var booking = BookingId.of(Ids.next());
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        booking,
                        marie.id(),
                        List.of(diary.manicure().service()),
                        null,
                        Diary.at(3, "10:00"),
                        "Marie",
                        null,
                        null));
        events.await(
                Topic.CHANGES, BookingConfirmed.class, it -> it.booking().id().equals(booking));
        return booking;
    }

    private static void refused(ResponseSpec response, int status, String field) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    private static String versioned(String body, long version) {
        return body.replace("\"bookable\"", "\"version\":" + version + ",\"bookable\"");
    }

    private ServiceView added(String body, String key) {
        return Objects.requireNonNull(add(body, key)
                .expectStatus()
                .isCreated()
                .expectBody(ServiceView.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec add(String body, String key) {
        return salon.asSophie(HttpMethod.POST, "/api/services")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec change(ServiceView service, String body) {
        return salon.asSophie(HttpMethod.PUT, "/api/services/{id}", service.id())
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec delete(String id, String query) {
        return salon.asSophie(HttpMethod.DELETE, "/api/services/" + id + query).exchange();
    }

    private ResponseSpec order(String ids) {
        return salon.asSophie(HttpMethod.PUT, "/api/services/order")
                .bodyValue("{\"ids\":" + ids + "}")
                .exchange();
    }

    private List<ServiceView> list() {
        return body(salon.asSophie(HttpMethod.GET, "/api/services").exchange(), ServicePage.class)
                .items();
    }

    private List<AuditEntry> audited() {
        return body(salon.asSophie(HttpMethod.GET, "/api/audit").exchange(), AuditPage.class)
                .items();
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(
                response.expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }
}
