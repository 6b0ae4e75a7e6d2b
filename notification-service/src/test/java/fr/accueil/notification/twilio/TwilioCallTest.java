package fr.accueil.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.Wire;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.notification.delivery.SendOutcome.InDoubt;
import fr.accueil.notification.delivery.SendOutcome.NotTaken;
import fr.accueil.notification.delivery.SendOutcome.Refused;
import fr.accueil.notification.delivery.SendOutcome.Taken;
import fr.accueil.notification.delivery.WhatsApp.TypingNotShown;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/// One call is one request, and what it answers has one meaning.
class TwilioCallTest extends TwilioCalling {

    @Test
    void a_message_is_sent_with_our_names_in_its_callback() {
        var dispatch = dispatch("Nous ouvrons à 9 h 👍");

        var outcome = send(dispatch);

        var posted = twilio.posted().getFirst();
        assertThat(outcome).isEqualTo(new Taken(posted.sid()));
        assertThat(posted.authorization()).isEqualTo("AC0f1e2d3c4b5a69788796a5b4c3d2e1f0:secret");
        assertThat(posted.account()).isEqualTo("AC0f1e2d3c4b5a69788796a5b4c3d2e1f0");
        assertThat(posted.form()).containsEntry("From", CAMELIA).containsEntry("Body", "Nous ouvrons à 9 h 👍");
        assertThat(posted.to()).isEqualTo(MARIE);
        assertThat(posted.form().get("StatusCallback"))
                .startsWith("https://accueil.example/api/webhooks/twilio/status?");
        assertThat(posted.callback())
                .containsEntry("conversation", dispatch.conversation().toString())
                .containsEntry("message", dispatch.message().toString())
                .containsEntry("part", "2")
                .containsEntry("attempt", dispatch.attempt().toString());
    }

    @Test
    void the_text_null_arrives() {
        send(dispatch("null"));

        assertThat(twilio.posted().getFirst().body()).isEqualTo("null\u2060");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void an_error_of_the_server_leaves_it_in_doubt_after_exactly_one_request(int status) {
        twilio.will(Behaviour.takeAndFail(status), Behaviour.take());

        assertThat(send(dispatch("Bonjour"))).isEqualTo(new InDoubt(true));
        assertThat(twilio.posted()).hasSize(1);
    }

    @Test
    void a_connection_that_breaks_leaves_it_in_doubt_after_exactly_one_request() {
        send(dispatch("the pool has a connection now"));
        twilio.will(Behaviour.takeAndClose(), Behaviour.take());

        assertThat(send(dispatch("Bonjour"))).isEqualTo(new InDoubt(false));
        assertThat(twilio.posted()).hasSize(2);
    }

    @Test
    void too_many_requests_is_not_taken_and_asks_for_a_pause_after_exactly_one_request() {
        twilio.will(Behaviour.askToWait(429, 20429, "7"), Behaviour.take());

        assertThat(send(dispatch("Bonjour")))
                .isEqualTo(new NotTaken("20429", "Patience.", Optional.of(Duration.ofSeconds(7))));
        assertThat(twilio.posted()).hasSize(1);
    }

    @Test
    void an_unavailable_server_that_names_a_pause_has_not_taken_it() {
        twilio.will(Behaviour.askToWait(503, 20503, "3"), Behaviour.take());

        assertThat(send(dispatch("Bonjour")))
                .isInstanceOfSatisfying(
                        NotTaken.class, it -> assertThat(it.pause()).contains(Duration.ofSeconds(3)));
        assertThat(twilio.posted()).hasSize(1);
    }

    @Test
    void a_refusal_carries_the_sentence_of_the_table() {
        twilio.will(Behaviour.refuse(400, 21211));

        assertThat(send(dispatch("Bonjour"))).isEqualTo(new Refused("21211", "Numéro faux."));
    }

    @Test
    void a_refusal_that_the_table_does_not_know_is_a_refusal() {
        twilio.will(Behaviour.refuse(400, 99999));

        assertThat(send(dispatch("Bonjour"))).isEqualTo(new Refused("99999", "Refusé."));
    }

    @Test
    void a_slow_answer_is_cut_and_leaves_it_in_doubt() {
        send(dispatch("the pool has a connection now"));
        twilio.will(Behaviour.takeAndHold(forever));
        var before = Instant.now();

        assertThat(send(dispatch("Bonjour"))).isEqualTo(new InDoubt(false));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
        assertThat(twilio.posted()).hasSize(2);
    }

    @Test
    void a_server_that_is_not_there_has_not_taken_it() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var nowhere = whatsApp(URI.create("http://localhost:" + free));

        assertThat(nowhere.requestSend(dispatch("Bonjour")).block()).isInstanceOf(NotTaken.class);
    }

    @Test
    void nothing_leaves_after_the_deadline() {
        var late = withDeadline(dispatch("Bonjour"), Deadline.in(Duration.ofMillis(-1)));

        assertThat(send(late)).isInstanceOf(NotTaken.class);
        assertThat(twilio.posted()).isEmpty();
    }

    @Test
    void typing_names_the_customers_message() {
        whatsApp.requestTyping(CHANNEL, "SM5a17c0de000000000000000000000001")
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(twilio.typing()).containsExactly("SM5a17c0de000000000000000000000001 whatsapp");
    }

    @Test
    void typing_that_hangs_is_cut_by_its_own_timeout() {
        twilio.typingWill(Behaviour.hold(forever));

        whatsApp.requestTyping(CHANNEL, "SM5a17c0de000000000000000000000001")
                .as(StepVerifier::create)
                .expectError(TypingNotShown.class)
                .verify(Duration.ofSeconds(4));
    }

    @Test
    void a_template_goes_by_its_name_and_variables_and_without_a_text() {
        var template = new Template("HX0123456789abcdef0123456789abcdef", Map.of("1", "Marie \"M.\"", "2", "9 h"));

        send(dispatch(CHANNEL, "Bonjour Marie, à 9 h.", template));

        var form = twilio.posted().getFirst().form();
        assertThat(form)
                .containsEntry("ContentSid", "HX0123456789abcdef0123456789abcdef")
                .doesNotContainKey("Body");
        assertThat(Wire.json().readTree(form.get("ContentVariables")))
                .isEqualTo(Wire.json().readTree("{\"1\":\"Marie \\\"M.\\\"\",\"2\":\"9 h\"}"));
    }

    @Test
    void every_message_names_our_number_and_never_a_messaging_service() {
        send(dispatch("Bonjour"));

        assertThat(twilio.posted().getFirst().form())
                .containsEntry("From", CAMELIA)
                .doesNotContainKey("MessagingServiceSid");
    }

    @Test
    void credentials_that_are_not_accepted_are_known_by_code_or_status() {
        twilio.will(Behaviour.refuse(401, 20003));
        assertThat(send(dispatch("Bonjour")).errorCode()).contains("20003");

        twilio.will(Behaviour.refuse(401, 0));
        assertThat(send(dispatch("Bonjour")).errorCode()).contains("401");
    }

    @Test
    void calls_are_measured_by_outcome_and_code() {
        twilio.will(Behaviour.refuse(400, 21211));

        send(dispatch("Bonjour"));
        send(dispatch("Bonjour"));

        assertThat(meters.get("accueil.twilio.calls")
                        .tags("call", "send", "outcome", "400", "code", "21211")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("accueil.twilio.calls")
                        .tags("outcome", "ok")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
