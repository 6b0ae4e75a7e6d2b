package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A caller that keeps its connection gets every answer. With reactor-netty 1.3.6 alone, requests that followed at once
/// on an answer that another thread had written (a health check's, Kafka's) were never read (its issue 4361).
@IngestTest
@ExtendWith(OutputCaptureExtension.class)
class KeepAliveTest {

    private static final int CONNECTIONS = 16;
    private static final int REQUESTS = 150;

    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final int port;
    private final Businesses businesses;

    KeepAliveTest(@LocalServerPort int port, @Autowired Businesses businesses) {
        this.port = port;
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @Test
    void every_request_of_a_kept_connection_is_answered() throws Exception {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(this::callAgainAndAgain));
            }
            for (var each : all) {
                each.get();
            }
        }

        assertThat(unanswered).isEmpty();
    }

    /// The answer to the first is there before its body is; the second comes in one piece with the rest of it.
    @Test
    void what_is_no_http_is_answered_behind_a_request_that_was_refused_for_its_head() throws IOException {
        try (var http = new RawHttp(port)) {
            var refused = http.send(
                    ("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n12345"
                                    .formatted(Caller.INBOUND))
                            .getBytes(US_ASCII),
                    false);
            var malformed =
                    http.send("67890POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n".getBytes(US_ASCII), true);

            assertThat(refused.status()).isEqualTo(415);
            assertThat(malformed.status()).isEqualTo(400);
        }
    }

    /// Its head is right and may be answered by us; its body is no HTTP and is refused by the decoder.
    @Test
    void a_body_that_is_no_http_is_refused_once_and_fills_no_log(CapturedOutput output) throws IOException {
        try (var http = new RawHttp(port)) {
            for (int i = 0; i < 20; i++) {
                var answer = http.send(
                        ("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
                                .formatted(Caller.INBOUND)
                                .getBytes(US_ASCII),
                        true);
                assertThat(answer.status()).isEqualTo(400);
            }
        }
        assertThat(output.getAll()).doesNotContain("already sent");
    }

    private void callAgainAndAgain() {
        try (var http = new RawHttp(port)) {
            for (int i = 0; i < REQUESTS; i++) {
                var health = http.send(
                        "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII), false);
                var taken = http.send(webhook(), false);
                if (health.status() != 200 || taken.status() != 200) {
                    unanswered.add(health.status() + " " + taken.status());
                }
            }
        } catch (IOException e) {
            unanswered.add(e.toString());
        }
    }

    private static byte[] webhook() {
        var body = Bodies.message(Bodies.sid(), "whatsapp:+33639980012", "Body", "Bonjour");
        return ("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "X-Twilio-Signature: %s\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(Caller.INBOUND, Caller.sign(Caller.TOKEN, Caller.INBOUND, body), body.length(), body)
                .getBytes(US_ASCII);
    }
}
