package fr.accueil.conversation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditEntry.Change;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.tenant.Address;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.PostalAddress;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class SettingsTest extends ServiceTest {

    private static final String CHANGED = """
            {"name":"Chez Sophie","vertical":"beauty","timeZone":"Europe/Paris","formal":false,
             "address":{"street":"12 rue des Lilas","postalCode":"69003","city":"Lyon"},
             "signature":"Sophie","version":%d}""";

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void what_is_changed_is_shown_and_told_to_the_other_services() {
        var before = settings();
        assertThat(before.address()).isNull();

        var after = changed(change(CHANGED.formatted(before.version())));

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.name()).isEqualTo("Chez Sophie");
        assertThat(after.formal()).isFalse();
        assertThat(after.address()).isEqualTo(new Address("12 rue des Lilas", "69003", "Lyon"));
        assertThat(settings()).isEqualTo(after);
        var told = events.await(
                Topic.TENANTS,
                TenantSaved.class,
                it -> it.tenant().equals(salon.id()) && it.name().equals("Chez Sophie"));
        assertThat(told.address()).isEqualTo(new PostalAddress("12 rue des Lilas", "69003", "Lyon"));
        assertThat(told.signature()).isEqualTo("Sophie");
        assertThat(told.formal()).isFalse();
    }

    @Test
    void of_two_who_edit_the_same_the_second_is_told_and_changes_nothing() {
        var seen = settings();
        changed(change(CHANGED.formatted(seen.version())));

        change(CHANGED.formatted(seen.version()).replace("Chez Sophie", "Chez Léa"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Modifié entre-temps");

        assertThat(settings().name()).isEqualTo("Chez Sophie");
    }

    @Test
    void saving_what_is_there_already_changes_nothing() {
        var once = changed(change(CHANGED.formatted(settings().version())));

        assertThat(changed(change(CHANGED.formatted(once.version())))).isEqualTo(once);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void who_changed_what_is_in_the_audit_log() {
        changed(change(CHANGED.formatted(settings().version())));

        var entry = audited().getFirst();
        assertThat(entry.action()).isEqualTo(Action.SETTINGS_CHANGED);
        assertThat(entry.personName()).isEqualTo("Sophie Camélia");
        assertThat(entry.changes())
                .contains(
                        new Change("name", salon.tenant().name(), "Chez Sophie"),
                        new Change("signature", null, "Sophie"),
                        new Change("formal", "true", "false"))
                .noneMatch(it -> it.field().equals("version") || it.field().equals("vertical"));
    }

    @Test
    void the_audit_log_is_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            changed(change(CHANGED.formatted(settings().version()).replace("Chez Sophie", "Chez Sophie " + i)));
        }

        var first = audit("?limit=2");
        var second = audit("?limit=2&cursor=" + first.nextCursor());

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(first.items().getFirst().at())
                .isAfterOrEqualTo(second.items().getFirst().at());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                "69003"          | "6900"    | address.postalCode
                "Lyon"           | " "       | address.city
                "Chez Sophie"    | ""        | name
                "Europe/Paris"   | "Paris"   | timeZone
                "Chez Sophie"    | "a\\u0000b" | name
                "signature":"Sophie" | "signature":"a\\nb" | signature
                "formal":false,  |           | formal
                """)
    void what_is_wrong_is_said_by_its_field_and_nothing_is_saved(String right, String wrong, String field) {
        var before = settings();

        change(CHANGED.formatted(before.version()).replace(right, wrong == null ? "" : wrong))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);

        assertThat(settings()).isEqualTo(before);
        assertThat(audited()).isEmpty();
    }

    @Test
    void steps_of_the_wizard_are_left_and_stay_left() {
        assertThat(onboarding().finished()).isFalse();

        leave("hours", "done").expectStatus().isOk();
        leave("channel", "skipped").expectStatus().isOk();
        leave("nowhere", "done").expectStatus().isNotFound();
        leave("hours", "open").expectStatus().isBadRequest();

        assertThat(onboarding().steps())
                .filteredOn(it -> it.state() != Onboarding.State.OPEN)
                .extracting(it -> it.step() + " " + it.state())
                .containsExactly("HOURS DONE", "CHANNEL SKIPPED");
        for (var step : List.of("business", "services", "tone", "channel", "faqs")) {
            leave(step, "done").expectStatus().isOk();
        }
        assertThat(onboarding().finished()).isTrue();
    }

    private ResponseSpec leave(String step, String state) {
        return salon.asSophie(HttpMethod.PUT, "/api/onboarding/" + step)
                .bodyValue("{\"state\":\"" + state + "\"}")
                .exchange();
    }

    private Onboarding onboarding() {
        return body(salon.asSophie(HttpMethod.GET, "/api/onboarding").exchange(), Onboarding.class);
    }

    private List<AuditEntry> audited() {
        return audit("").items();
    }

    private AuditPage audit(String query) {
        return body(salon.asSophie(HttpMethod.GET, "/api/audit" + query).exchange(), AuditPage.class);
    }

    private Settings settings() {
        return body(salon.asSophie(HttpMethod.GET, "/api/settings").exchange(), Settings.class);
    }

    private ResponseSpec change(String body) {
        return salon.asSophie(HttpMethod.PUT, "/api/settings").bodyValue(body).exchange();
    }

    private static Settings changed(ResponseSpec response) {
        return body(response, Settings.class);
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(
                response.expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }
}
