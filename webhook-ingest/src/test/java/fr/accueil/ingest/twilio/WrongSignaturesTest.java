package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.ingest.twilio.Businesses.Business;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a wrong signature leads to: a fact that its business sees, and, when they come in masses, nothing.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.ingest.public-url=" + Caller.PUBLIC_URL,
            "accueil.ingest.trusted-proxies=1",
            "accueil.ingest.failures-per-minute=20"
        })
@WithInfrastructure
@Import(Businesses.class)
@ExtendWith({OutputCaptureExtension.class, WhenReady.class})
class WrongSignaturesTest {

    private static final String TOKEN = "right0right0right0right0right0ri";
    private static final String ANOTHER = "another0another0another0another0";

    private final Caller twilio;
    private final Events events;
    private final Businesses businesses;
    private final MeterRegistry meters;

    WrongSignaturesTest(
            @LocalServerPort int port,
            @Autowired Events events,
            @Autowired Businesses businesses,
            @Autowired MeterRegistry meters) {
        this.twilio = new Caller(port);
        this.events = events;
        this.businesses = businesses;
        this.meters = meters;
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.com/api/webhooks/twilio, /api/webhooks/twilio, OTHER_ADDRESS",
        "https://hooks.example.com:8443/api/webhooks/twilio, /api/webhooks/twilio, OTHER_ADDRESS",
        "https://old.example.com/api/webhooks/twilio, /api/webhooks/twilio, OTHER_ADDRESS",
        "https://hooks.example.com/api/webhooks/twilio/, /api/webhooks/twilio, OTHER_ADDRESS",
        "https://hooks.example.com/api/webhooks/twilio, /api/webhooks/twilio/, OTHER_ADDRESS",
        "https://hooks.example.com/api/webhooks/twilio, /api/webhooks/twilio?added=1, OTHER_ADDRESS",
        "https://hooks.example.com/elsewhere, /api/webhooks/twilio, UNKNOWN"
    })
    void a_signature_for_another_address_is_told_with_its_cause(String signed, String called, RejectionCause cause) {
        var duval = business();
        businesses.save(duval, null, "second0second0second0second0seco", TOKEN);
        var body = message(duval);
        var host =
                signed.contains("8443") ? "hooks.example.com:8443" : signed.contains("old") ? "old.example.com" : "x";

        var answer = call("192.0.2.1", called, body, TOKEN, signed, host);

        assertThat(answer.statusCode()).isEqualTo(403);
        var envelope = told(duval);
        assertThat(envelope.tenant()).isEqualTo(duval.tenant());
        assertThat(envelope.subject()).isEqualTo(duval.channel().toString());
        assertThat(envelope.data()).isEqualTo(new SignatureRejected(duval.channel(), cause, 1));
    }

    @Test
    void a_token_of_another_channel_of_the_account_is_told_with_its_cause() {
        var duval = business();
        var camelia = new Business(duval.tenant(), ChannelId.of(Ids.next()), "whatsapp:+33199000220", duval.account());
        businesses.save(duval, null, TOKEN);
        businesses.save(camelia, null, ANOTHER);

        assertThat(call("192.0.2.2", message(duval), ANOTHER).statusCode()).isEqualTo(403);

        assertThat(told(duval).data()).isEqualTo(new SignatureRejected(duval.channel(), RejectionCause.OTHER_TOKEN, 1));
    }

    @Test
    void a_signature_that_is_nobodys_and_one_that_is_missing_are_told_without_a_cause() {
        var duval = business();
        var camelia = business();
        businesses.save(duval, null, TOKEN);
        businesses.save(camelia, null, TOKEN);

        call("192.0.2.3", message(duval), "nobodys");
        twilio.send(form("192.0.2.3", Caller.INBOUND, message(camelia), "")).join();

        assertThat(told(duval).data()).isEqualTo(new SignatureRejected(duval.channel(), RejectionCause.UNKNOWN, 1));
        assertThat(told(camelia).data()).isEqualTo(new SignatureRejected(camelia.channel(), RejectionCause.UNKNOWN, 1));
    }

    @Test
    void many_in_a_minute_are_told_once_and_channels_that_do_not_exist_never() {
        var duval = business();
        businesses.save(duval, null, TOKEN);
        for (int i = 0; i < 5; i++) {
            call("192.0.2.4", message(duval), "nobodys");
            call("192.0.2.4", message(new Business(duval.tenant(), duval.channel(), "whatsapp:+1999", "AC" + i)), "x");
        }
        told(duval);
        var last = business();
        businesses.save(last, null, TOKEN);
        call("192.0.2.5", message(last), "nobodys");
        told(last);

        assertThat(facts().stream()
                        .filter(it -> it.subject().equals(duval.channel().toString())))
                .hasSize(1);
        assertThat(facts()).allSatisfy(it -> assertThat(it.tenant()).isNotNull());
    }

    @Test
    void above_the_limit_of_its_address_a_failure_is_429_and_nothing_more(CapturedOutput output) {
        var duval = business();
        var camelia = business();
        businesses.save(duval, null, TOKEN);
        businesses.save(camelia, null, TOKEN);
        for (int i = 0; i < 20; i++) {
            assertThat(call("192.0.2.6", message(duval), "nobodys").statusCode())
                    .isEqualTo(403);
        }
        told(duval);

        assertThat(call("192.0.2.6", message(camelia), "nobodys").statusCode()).isEqualTo(429);
        assertThat(call("10.9.8.7, 192.0.2.6", message(camelia), "nobodys").statusCode())
                .as("what stands left of our proxy's word is the caller's own")
                .isEqualTo(429);
        assertThat(call("192.0.2.6", message(camelia), TOKEN).statusCode()).isEqualTo(200);
        assertThat(call("192.0.2.66", message(duval), "nobodys").statusCode()).isEqualTo(403);

        assertThat(rejected("too_many_failures")).isGreaterThanOrEqualTo(2);
        assertThat(output.getOut().lines().filter(it -> it.contains("did not match")))
                .noneMatch(it -> it.contains(camelia.channel().toString()));
        assertThat(facts())
                .noneMatch(it -> it.subject().equals(camelia.channel().toString()));
    }

    /// The same address posts both: not one of the right ones is refused.
    @Test
    void a_right_signature_is_taken_from_an_address_that_floods_us_with_wrong_ones() {
        var duval = business();
        businesses.save(duval, null, TOKEN);

        var statuses = Flux.range(0, 2_000)
                .flatMap(
                        i -> {
                            var token = i % 4 == 0 ? TOKEN : "wrong" + i;
                            return Mono.fromFuture(
                                            () -> twilio.send(form("192.0.2.7", Caller.INBOUND, message(duval), token)))
                                    .map(it -> (i % 4 == 0 ? "right " : "wrong ") + it.statusCode());
                        },
                        64)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(statuses.stream().filter(it -> it.startsWith("right")))
                .hasSize(500)
                .containsOnly("right 200");
        assertThat(statuses.stream().filter(it -> it.equals("wrong 403"))).hasSize(20);
        assertThat(statuses.stream().filter(it -> it.equals("wrong 429"))).hasSize(1_480);
    }

    @Test
    void nothing_that_was_received_gets_into_the_log(CapturedOutput output) {
        var duval = business();
        businesses.save(duval, null, TOKEN);
        call("192.0.2.8", message(duval), "nobodys");
        told(duval);

        await().until(() -> output.getOut().contains("did not match: UNKNOWN"));
        assertThat(output.getOut())
                .doesNotContain("33639980012", "Bonjour", "192.0.2.8", duval.address(), TOKEN, "nobodys");
    }

    private Envelope told(Business business) {
        return events.await(
                Topic.CHANNEL_FACTS,
                it -> it.data() instanceof SignatureRejected
                        && it.subject().equals(business.channel().toString()));
    }

    private List<Envelope> facts() {
        return events.seen(Topic.CHANNEL_FACTS).stream()
                .filter(it -> it.data() instanceof SignatureRejected)
                .toList();
    }

    private double rejected(String reason) {
        return meters.get("accueil.webhooks.rejected")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private HttpResponse<String> call(String address, String body, String token) {
        return twilio.send(form(address, Caller.INBOUND, body, token)).join();
    }

    private HttpResponse<String> call(
            String address, String called, String body, String token, String signed, String host) {
        var text = signed + new Signed.Parameters(TwilioForm.parse(body.getBytes(UTF_8))).text();
        return twilio.send(twilio.form(called, body, TwilioSignature.sign(token, text))
                        .header("X-Forwarded-For", address)
                        .header("X-Forwarded-Host", host))
                .join();
    }

    private HttpRequest.Builder form(String address, String called, String body, String token) {
        var signature = token.isEmpty() ? "" : Caller.sign(token, called, body);
        return twilio.form(called, body, signature).header("X-Forwarded-For", address);
    }

    private static Business business() {
        var unique = UUID.randomUUID().toString();
        var number = IntStream.range(0, 9)
                .mapToObj(i -> Integer.toString(unique.charAt(i) % 10))
                .reduce("", String::concat);
        return Business.of("whatsapp:+33" + number, "AC" + unique);
    }

    private static String message(Business business) {
        return Bodies.form(
                "MessageSid",
                Bodies.sid(),
                "AccountSid",
                business.account(),
                "From",
                "whatsapp:+33639980012",
                "To",
                business.address(),
                "Body",
                "Bonjour");
    }
}
