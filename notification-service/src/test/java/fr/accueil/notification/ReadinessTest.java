package fr.accueil.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.errors.ErrorRule.Action;
import fr.accueil.notification.errors.ErrorTable;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.platform.testing.RowLevelSecurity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.reactive.server.WebTestClient;

class ReadinessTest extends ServiceTest {

    @Autowired
    RowLevelSecurity rowLevelSecurity;

    @Autowired
    ErrorTable errors;

    @Value("${local.server.port}")
    int port;

    @Test
    void every_table_of_a_tenant_is_behind_row_level_security() {
        rowLevelSecurity.assertOnEveryTable("notification");
    }

    @Test
    void it_is_ready_when_its_copy_of_the_channels_is_read() {
        eventually()
                .untilAsserted(() -> client().get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void its_calls_to_twilio_are_measured() {
        var marie = customer();
        marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> !marie.told().isEmpty());

        var metrics = client().get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(metrics).contains("accueil_twilio_calls_seconds_count", "accueil_send_wait_seconds_count");
    }

    @Test
    void every_rule_of_the_table_of_errors_is_read() {
        assertThat(errors.codes()).hasSizeGreaterThan(40).containsKeys(20429, 63018, 63016, 21211);
        assertThat(errors.of("20500").action()).isEqualTo(Action.UNKNOWN);
        assertThat(errors.of("99999")).isEqualTo(errors.otherwise());
        assertThat(errors.of("not a code")).isEqualTo(errors.otherwise());
        assertThat(errors.codes().values())
                .allSatisfy(it -> assertThat(it.sentence()).endsWith("."));
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .codecs(it -> it.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }
}
