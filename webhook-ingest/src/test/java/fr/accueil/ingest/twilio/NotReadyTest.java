package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.ingest.SharedFiles;
import fr.accueil.platform.testing.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Started while Kafka is away: no channel is known yet, so nobody can be called a stranger.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.ingest.public-url=" + Caller.PUBLIC_URL,
            "spring.kafka.consumer.bootstrap-servers=localhost:1"
        })
@WithInfrastructure
class NotReadyTest {

    private final Caller twilio;

    NotReadyTest(@LocalServerPort int port) {
        this.twilio = new Caller(port);
    }

    @Test
    void nobody_is_called_a_stranger_before_the_channels_are_read() {
        var started = Instant.now();
        var answer = twilio.posts(Caller.INBOUND, SharedFiles.example("01_text"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void what_is_no_webhook_at_all_is_rejected_without_knowing_any_channel() {
        assertThat(twilio.postsWithSignature("x", Caller.INBOUND, "Body=%ZZ").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_service_is_alive_but_not_ready() {
        assertThat(twilio.send(twilio.to("/actuator/health/readiness").GET())
                        .join()
                        .statusCode())
                .isEqualTo(503);
        assertThat(twilio.send(twilio.to("/actuator/health/liveness").GET())
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }
}
