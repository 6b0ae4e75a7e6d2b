package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.ingest.SharedFiles;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IngestTest
class RejectionsTest {

    private static final int LARGEST_BODY = 64 * 1024;

    private final int port;
    private final Caller twilio;
    private final Businesses businesses;
    private final MeterRegistry meters;

    RejectionsTest(@LocalServerPort int port, @Autowired Businesses businesses, @Autowired MeterRegistry meters) {
        this.port = port;
        this.twilio = new Caller(port);
        this.businesses = businesses;
        this.meters = meters;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @ParameterizedTest
    @MethodSource("fr.accueil.ingest.SharedFiles#examples")
    void every_example_with_one_letter_changed_is_rejected(String example) {
        var body = SharedFiles.example(example);
        var signature = Caller.sign(Caller.TOKEN, Caller.INBOUND, body);

        assertRejected(twilio.postsWithSignature(signature, Caller.INBOUND, body + "x"), 403, "signature_wrong");
    }

    @Test
    void a_wrong_signature_learns_nothing_from_its_answer() {
        var body = SharedFiles.example("01_text");

        assertRejected(twilio.postsWithSignature("bm9wZQ==", Caller.INBOUND, body), 403, "signature_wrong");
        assertRejected(twilio.postsSignedWith("another-token", Caller.INBOUND, body), 403, "signature_wrong");
    }

    @Test
    void a_missing_signature_is_rejected() {
        var body = SharedFiles.example("01_text");
        var unsigned = twilio.to(Caller.INBOUND)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));

        assertRejected(twilio.send(unsigned).join(), 403, "signature_missing");
        assertRejected(twilio.postsWithSignature("", Caller.INBOUND, body), 403, "signature_missing");
        assertRejected(twilio.postsWithSignature("x", Caller.INBOUND, ""), 403, "account_unknown");
    }

    /// The trap of proxies: what the request says of its host, scheme and port is not looked at.
    @Test
    void headers_of_a_proxy_change_nothing() {
        var body = SharedFiles.example("01_text");
        var proxied = twilio.form(Caller.INBOUND, body, Caller.sign(Caller.TOKEN, Caller.INBOUND, body))
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Port", "8081")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example;proto=http");

        assertThat(twilio.send(proxied).join().statusCode()).isEqualTo(200);
    }

    @Test
    void another_path_is_another_address() {
        var body = SharedFiles.example("01_text");
        var signature = Caller.sign(Caller.TOKEN, Caller.INBOUND, body);

        assertThat(twilio.postsWithSignature(signature, Caller.INBOUND + "/", body)
                        .statusCode())
                .isIn(403, 404);
        assertThat(twilio.postsWithSignature(signature, Caller.INBOUND + "?x=1", body)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "application/json; charset=ISO-8859-1",
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded; charset=ISO-8859-1",
                "nonsense",
                "application/x-www-form-urlencoded; charset=klingon"
            })
    void what_is_no_utf_8_form_is_rejected(String contentType) {
        var body = SharedFiles.example("01_text");
        var request = twilio.to(Caller.INBOUND)
                .header("Content-Type", contentType)
                .header("X-Twilio-Signature", Caller.sign(Caller.TOKEN, Caller.INBOUND, body))
                .POST(BodyPublishers.ofString(body));

        assertRejected(twilio.send(request).join(), 415, "content_type");
    }

    @Test
    void a_body_without_a_content_type_is_rejected() {
        assertRejected(
                twilio.send(twilio.to(Caller.INBOUND).POST(BodyPublishers.ofString("a=b")))
                        .join(),
                415,
                "content_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body=%ZZ", "Body=100%"})
    void broken_encoding_is_rejected(String body) {
        assertRejected(twilio.postsWithSignature("x", Caller.INBOUND, body), 400, "broken_encoding");
    }

    @Test
    void what_is_too_large_is_rejected_with_and_without_a_length() {
        var body = "Body=" + "a".repeat(LARGEST_BODY - 4);
        var chunked = twilio.to(Caller.INBOUND)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "x")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)));

        assertRejected(twilio.postsWithSignature("x", Caller.INBOUND, body), 413, "too_large");
        assertRejected(twilio.send(chunked).join(), 413, "too_large");
    }

    @Test
    void what_is_just_not_too_large_is_read() {
        var filler = SharedFiles.example("01_text").replace("01&", "0f&") + "&Filler=";
        var body = filler + "a".repeat(LARGEST_BODY - filler.length());

        assertThat(body).hasSize(LARGEST_BODY);
        assertThat(twilio.posts(Caller.INBOUND, body).statusCode()).isEqualTo(200);
    }

    @Test
    void only_gets_and_posts_are_webhooks() {
        assertThat(twilio.send(twilio.to(Caller.INBOUND).DELETE()).join().statusCode())
                .isEqualTo(405);
        assertThat(twilio.send(twilio.to("/api/webhooks/clerk").GET()).join().statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_counters_stand_at_the_endpoint_of_prometheus_from_the_start() {
        var metrics =
                twilio.send(twilio.to("/actuator/prometheus").GET()).join().body();

        for (var rejection : Rejection.values()) {
            assertThat(metrics).contains("accueil_webhooks_rejected_total{reason=\"%s\"".formatted(rejection.reason()));
        }
    }

    /// Not even HTTP has to be right.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/webhooks/twilio?x=%ZZ HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "POST /api/webhooks/twilio?x={|}\" HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "POST /api/webhooks/twilio HTTP/1.1\r\nHost: a b c\r\nContent-Length: 0\r\n\r\n",
                "POST /api/webhooks/twilio HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/webhooks/twilio HTTP/1.1\r\nHost: x\r\nAccept: //\r\nContent-Length: 0\r\n\r\n",
                "POST /api/webhooks/%2e%2e/twilio HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void broken_http_is_never_a_fault_of_ours(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var status = new byte[12];
            var read = socket.getInputStream().readNBytes(status, 0, status.length);

            assertThat(new String(status, 0, read, UTF_8)).startsWith("HTTP/1.1 4");
        }
    }

    private void assertRejected(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(meters.get("accueil.webhooks.rejected")
                        .tag("reason", reason)
                        .counter()
                        .count())
                .isPositive();
    }
}
