package fr.accueil.conversation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.AssistantManner;
import fr.accueil.events.WorkspaceEvent.Caution;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// How an owner wants the assistant to go about it.
class AssistantTest extends ServiceTest {

    private static final String PATH = "/api/settings/assistant";

    private Salon salon;

    @BeforeEach
    void an_institute() {
        salon = aSalon();
    }

    @Test
    void it_goes_about_it_as_usual_until_somebody_says_otherwise_and_then_everybody_is_told() {
        get().jsonPath("$.quietSeconds")
                .isEqualTo(1)
                .jsonPath("$.deadlineSeconds")
                .isEqualTo(20);

        change("{\"quietSeconds\":4,\"deadlineSeconds\":20,\"caution\":\"careful\",\"version\":1}")
                .expectStatus()
                .isOk();

        get().jsonPath("$.quietSeconds")
                .isEqualTo(4)
                .jsonPath("$.caution")
                .isEqualTo("careful")
                .jsonPath("$.version")
                .isEqualTo(2);
        var manner = new AssistantManner(4, null, Caution.CAREFUL);
        assertThat(told(manner).name()).isEqualTo(salon.tenant().name());
        salon.asSophie(HttpMethod.GET, "/api/audit")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("settings_changed")
                .jsonPath("$.items[0].changes[?(@.field == 'quietSeconds')].from")
                .isEqualTo("1");
    }

    @Test
    void other_settings_do_not_take_it_back() {
        change("{\"quietSeconds\":5,\"deadlineSeconds\":40,\"caution\":\"bold\",\"version\":1}")
                .expectStatus()
                .isOk();

        salon.asSophie(HttpMethod.PUT, "/api/settings")
                .bodyValue("""
                        {"name":"Chez Sophie","vertical":"beauty","timeZone":"Europe/Paris","formal":false,
                         "version":1}""")
                .exchange()
                .expectStatus()
                .isOk();

        var saved = events.await(
                Topic.TENANTS,
                TenantSaved.class,
                it -> it.tenant().equals(salon.id()) && it.name().equals("Chez Sophie"));
        assertThat(saved.assistant()).isEqualTo(new AssistantManner(5, 40, Caution.BOLD));
    }

    @Test
    void of_two_who_change_it_the_second_is_told_and_agents_only_look() {
        var body = "{\"quietSeconds\":2,\"deadlineSeconds\":20,\"caution\":\"usual\",\"version\":1}";
        change(body).expectStatus().isOk();

        change(body.replace("2,", "3,")).expectStatus().isEqualTo(409);

        salon.as(salon.lea(), HttpMethod.GET, PATH).exchange().expectStatus().isOk();
        salon.as(salon.lea(), HttpMethod.PUT, PATH)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20, usual, quietSeconds",
        "11, 45, usual, quietSeconds",
        "1, 14, usual, deadlineSeconds",
        "1, 46, usual, deadlineSeconds",
        "6, 20, usual, deadlineSeconds",
        "10, 34, usual, deadlineSeconds",
    })
    void what_cannot_be_is_said_by_its_field(int quiet, int deadline, String caution, String field) {
        change("{\"quietSeconds\":%d,\"deadlineSeconds\":%d,\"caution\":\"%s\",\"version\":1}"
                        .formatted(quiet, deadline, caution))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        get().jsonPath("$.version").isEqualTo(1);
    }

    private BodyContentSpec get() {
        return salon.asSophie(HttpMethod.GET, PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private ResponseSpec change(String body) {
        return salon.asSophie(HttpMethod.PUT, PATH).bodyValue(body).exchange();
    }

    private TenantSaved told(AssistantManner manner) {
        return events.await(
                Topic.TENANTS,
                TenantSaved.class,
                it -> it.tenant().equals(salon.id()) && manner.equals(it.assistant()));
    }
}
