package fr.accueil.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.simulator.delivery.ConnectionOverrides.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionOverridesTest {

    @Test
    void an_address_without_a_fragment_is_tried_once_more_when_it_cannot_be_reached() {
        assertThat(ConnectionOverrides.parse(null)).isEqualTo(ConnectionOverrides.DEFAULT);
        assertThat(ConnectionOverrides.DEFAULT.retries()).isEqualTo(1);
        assertThat(ConnectionOverrides.DEFAULT.retried()).containsExactly(Cause.CONNECT);
    }

    @Test
    void the_address_that_we_print_asks_for_three_retries_of_faults_and_timeouts() {
        var overrides = ConnectionOverrides.parse("#rc=3&rp=5xx,ct,rt&ct=2000&rt=4000");

        assertThat(overrides.retries()).isEqualTo(3);
        assertThat(overrides.retried())
                .containsExactlyInAnyOrder(Cause.CONNECT, Cause.READ_TIMEOUT, Cause.SERVER_ERROR);
        assertThat(overrides.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(overrides.readTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(overrides.totalTimeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void what_is_out_of_range_or_unknown_counts_as_not_said() {
        var overrides = ConnectionOverrides.parse("#rc=9&ct=1&e=dublin&rp=4xx,nonsense");

        assertThat(overrides.retries()).isEqualTo(1);
        assertThat(overrides.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(overrides.retried()).containsExactly(Cause.CLIENT_ERROR);
    }

    @Test
    void credentials_and_fragment_are_not_signed_and_everything_else_stays_as_it_is() {
        var post =
                new Post("https://me:secret@example.com:8443/a%2Fb?x=1+2&y=%C3%A9#rc=2", "token", Map.of(), Map.of());

        assertThat(post.signedAddress()).isEqualTo("https://example.com:8443/a%2Fb?x=1+2&y=%C3%A9");
        assertThat(post.overrides().retries()).isEqualTo(2);
    }

    @Test
    void posts_for_the_public_address_go_to_ingest_and_others_where_they_say() {
        var settings = new DeliverySettings(
                "https://accueil.example", "http://localhost:8081", List.of(Duration.ofSeconds(1)));

        assertThat(settings.route("https://accueil.example/api/webhooks/twilio?a=b"))
                .isEqualTo("http://localhost:8081/api/webhooks/twilio?a=b");
        assertThat(settings.route("https://accueil.example.org/x")).isEqualTo("https://accueil.example.org/x");
    }
}
