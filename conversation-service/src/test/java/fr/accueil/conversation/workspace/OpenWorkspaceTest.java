package fr.accueil.conversation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.team.Me;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class OpenWorkspaceTest extends ServiceTest {

    private static final String SALON = """
            {"name":" Salon Émilie ","vertical":"beauty","timeZone":"Europe/Paris"}""";

    private final String subject = "emilie-" + Ids.next();

    @Test
    void who_opens_one_owns_it_and_every_service_hears_of_both() {
        assertThat(me().workspaces()).isEmpty();

        var opened = opened(open(SALON, "a"));

        assertThat(opened.name()).isEqualTo("Salon Émilie");
        assertThat(opened.role()).isEqualTo(Role.OWNER);
        assertThat(me().workspaces()).containsExactly(opened);
        var tenant = events.await(Topic.TENANTS, TenantSaved.class, it -> isOf(opened, it.tenant()));
        assertThat(tenant)
                .isEqualTo(new TenantSaved(opened.id(), "Salon Émilie", Vertical.BEAUTY, "Europe/Paris", true));
        var owner = events.await(Topic.TEAM, MemberSaved.class, it -> isOf(opened, it.tenant()));
        assertThat(owner).isEqualTo(new MemberSaved(opened.id(), subject, "Émilie", "emilie@example.org", Role.OWNER));
    }

    @Test
    void the_same_key_opens_the_same_one_and_another_key_another() {
        var first = opened(open(SALON, "a"));

        assertThat(opened(open(SALON, "a")).id()).isEqualTo(first.id());
        assertThat(me().workspaces()).hasSize(1);
        assertThat(opened(open(SALON, "b")).id()).isNotEqualTo(first.id());
        assertThat(opened(open(SALON, null)).id()).isNotEqualTo(first.id());
        assertThat(me().workspaces()).hasSize(3);
    }

    @Test
    void another_persons_key_is_theirs() {
        var mine = opened(open(SALON, "a"));
        var other = opened(as("paul-" + Ids.next(), HttpMethod.POST, "/api/workspaces")
                .header("Idempotency-Key", "a")
                .bodyValue(SALON)
                .exchange());

        assertThat(other.id()).isNotEqualTo(mine.id());
    }

    @Test
    void nobody_opens_them_without_end() {
        for (int i = 0; i < 20; i++) {
            opened(open(SALON, null));
        }

        open(SALON, null).expectStatus().isEqualTo(409);
        assertThat(me().workspaces()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"name":" ","vertical":"beauty","timeZone":"Europe/Paris"}       | name
                {"vertical":"beauty","timeZone":"Europe/Paris"}                  | name
                {"name":"Émilie","timeZone":"Europe/Paris"}                      | vertical
                {"name":"Émilie","vertical":"beauty","timeZone":"Europe/Lutèce"} | timeZone
                {"name":"Émilie","vertical":"beauty"}                            | timeZone
                """)
    void what_is_wrong_is_said_by_its_field_and_nothing_is_opened(String body, String field) {
        open(body, "a")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();

        assertThat(me().workspaces()).isEmpty();
    }

    private static boolean isOf(Me.Workspace workspace, TenantId tenant) {
        return tenant.equals(workspace.id());
    }

    private ResponseSpec open(String body, @Nullable String key) {
        var request = as(subject, HttpMethod.POST, "/api/workspaces");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .bodyValue(body)
                .exchange();
    }

    private static Me.Workspace opened(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isCreated()
                .expectBody(Me.Workspace.class)
                .returnResult()
                .getResponseBody());
    }

    private Me me() {
        return Objects.requireNonNull(as(subject, HttpMethod.GET, "/api/me")
                .exchange()
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody());
    }

    private RequestBodySpec as(String person, HttpMethod method, String path) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearerFor(person, "Émilie", "emilie@example.org"))
                .contentType(MediaType.APPLICATION_JSON);
    }
}
