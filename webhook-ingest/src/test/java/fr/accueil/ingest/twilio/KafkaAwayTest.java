package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.ingest.SharedFiles;
import fr.accueil.platform.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// The channels were read, then Kafka went away: the producer is pointed at a port where nobody listens.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.ingest.public-url=" + Caller.PUBLIC_URL,
            "spring.kafka.producer.bootstrap-servers=localhost:1"
        })
@WithInfrastructure
@Import(Businesses.class)
class KafkaAwayTest {

    private static final Duration TWILIOS_PATIENCE = Duration.ofSeconds(4);

    private final Caller twilio;
    private final Businesses businesses;
    private final MeterRegistry meters;

    KafkaAwayTest(@LocalServerPort int port, @Autowired Businesses businesses, @Autowired MeterRegistry meters) {
        this.twilio = new Caller(port);
        this.businesses = businesses;
        this.meters = meters;
    }

    @Test
    void valid_webhooks_are_told_to_come_again_before_twilio_gives_up() {
        businesses.saveCamelia();
        posts(SharedFiles.example("02_text_accents_emoji")).join();

        var answers = Stream.of("01_text", "03_image", "06_button_reply", "s3_status_delivered")
                .flatMap(example ->
                        Stream.generate(() -> SharedFiles.example(example)).limit(50))
                .map(this::posts)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).hasSize(200);
        assertThat(answers).extracting(Answer::status).containsOnly(503);
        assertThat(answers).extracting(Answer::body).containsOnly("");
        assertThat(answers).extracting(Answer::after).allMatch(it -> it.compareTo(TWILIOS_PATIENCE) < 0);
        assertThat(meters.get("accueil.webhooks.rejected")
                        .tag("reason", "kafka_away")
                        .counter()
                        .count())
                .isEqualTo(201);
    }

    @Test
    void forged_ones_are_still_told_apart() {
        businesses.saveCamelia();

        assertThat(twilio.postsSignedWith("another-token", Caller.INBOUND, SharedFiles.example("01_text"))
                        .statusCode())
                .isEqualTo(403);
    }

    private record Answer(int status, String body, Duration after) {}

    private CompletableFuture<Answer> posts(String body) {
        var started = Instant.now();
        return twilio.postsSoon(Caller.INBOUND, body)
                .thenApply(it -> new Answer(it.statusCode(), it.body(), Duration.between(started, Instant.now())));
    }
}
