package fr.accueil.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.delivery.AttemptState;
import fr.accueil.notification.delivery.Dispatch;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.notification.delivery.SendOutcome;
import fr.accueil.notification.delivery.SendOutcome.InDoubt;
import fr.accueil.notification.delivery.SendOutcome.NotTaken;
import fr.accueil.notification.delivery.SendOutcome.Refused;
import fr.accueil.notification.delivery.SendOutcome.Taken;
import fr.accueil.notification.delivery.Sighting;
import fr.accueil.notification.delivery.WhatsApp.TypingNotShown;
import fr.accueil.notification.errors.ErrorRule;
import fr.accueil.notification.errors.ErrorRule.Action;
import fr.accueil.notification.errors.ErrorTable;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class TwilioCallTest {

    private static final String MARIE = "whatsapp:+33639980012";
    private static final String CAMELIA = "whatsapp:+33199000042";
    private static final Channel CHANNEL = new Channel(
            ChannelId.of(Ids.next()),
            TenantId.of(Ids.next()),
            CAMELIA,
            "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            List.of("secret"));

    private final TwilioStub twilio = new TwilioStub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TwilioWhatsApp whatsApp = whatsApp(twilio.url());
    private final CountDownLatch forever = new CountDownLatch(1);

    @AfterEach
    void stop() {
        forever.countDown();
        whatsApp.destroy();
        twilio.close();
    }

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
    void what_was_taken_is_found_by_recipient_text_and_date() {
        twilio.will(Behaviour.takeAndFail(500));
        var dispatch = dispatch("Bonjour\nà demain");
        send(dispatch);

        assertThat(find(dispatch, Set.of()))
                .isEqualTo(new Sighting.Seen(twilio.posted().getFirst().sid(), AttemptState.ACCEPTED, null));
    }

    @Test
    void what_was_not_taken_is_not_found() {
        twilio.will(Behaviour.refuse(500, 20500));
        var dispatch = dispatch("Bonjour");
        send(dispatch);

        assertThat(find(dispatch, Set.of())).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void the_same_text_of_another_call_is_not_taken_for_it() {
        var earlier = dispatch("Oui");
        send(earlier);
        var sid = twilio.posted().getFirst().sid();

        assertThat(find(dispatch("Oui"), Set.of(sid))).isEqualTo(new Sighting.NotSeen());
        assertThat(find(dispatch("Non"), Set.of())).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void the_same_text_of_an_earlier_day_is_not_taken_for_it() {
        var dispatch = dispatch("Oui");
        send(dispatch);

        assertThat(whatsApp.requestSighting(dispatch, Instant.now().plusSeconds(2), Set.of())
                        .block())
                .isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void a_list_that_cannot_be_read_says_nothing() {
        twilio.close();

        whatsApp.requestSighting(dispatch("Bonjour"), Instant.now(), Set.of())
                .as(StepVerifier::create)
                .expectNextMatches(Sighting.NotLookedUp.class::isInstance)
                .verifyComplete();
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
    void while_a_token_is_replaced_the_other_is_tried_and_one_message_goes_out() {
        twilio.accept("older");
        var rotating =
                new Channel(CHANNEL.id(), CHANNEL.tenant(), CAMELIA, CHANNEL.accountSid(), List.of("newest", "older"));
        var dispatch = dispatch(rotating, "Bonjour", null);

        assertThat(send(dispatch)).isInstanceOf(SendOutcome.Taken.class);
        assertThat(twilio.taken(MARIE)).hasSize(1);
        assertThat(find(dispatch, Set.of())).isInstanceOf(Sighting.Seen.class);
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

    private SendOutcome send(Dispatch dispatch) {
        return Objects.requireNonNull(whatsApp.requestSend(dispatch).block());
    }

    private Sighting find(Dispatch dispatch, Set<String> others) {
        return Objects.requireNonNull(
                whatsApp.requestSighting(dispatch, dispatch.startedAt().minusSeconds(120), others)
                        .block());
    }

    private TwilioWhatsApp whatsApp(URI url) {
        var settings = new TwilioSettings(
                url,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                10,
                URI.create("https://accueil.example/api/webhooks/twilio/status"));
        var table = new ErrorTable(
                rule(Action.REFUSE, "Refusé."),
                Map.of(
                        401, rule(Action.WAIT, "Identifiants."),
                        20003, rule(Action.WAIT, "Identifiants."),
                        20429, rule(Action.RETRY, "Patience."),
                        20500, rule(Action.UNKNOWN, "Erreur."),
                        21211, rule(Action.REFUSE, "Numéro faux.")));
        return new TwilioWhatsApp(
                settings, new TwilioHttp(settings, Clock.systemUTC()), new TwilioErrors(table), meters);
    }

    private static ErrorRule rule(Action action, String sentence) {
        return new ErrorRule(action, sentence, null, null, false, false);
    }

    private static Dispatch dispatch(String body) {
        return dispatch(CHANNEL, body, null);
    }

    private static Dispatch dispatch(Channel channel, String body, @Nullable Template template) {
        return new Dispatch(
                channel,
                ConversationId.of(Ids.next()),
                MessageId.of(Ids.next()),
                2,
                Ids.next(),
                MARIE,
                body,
                template,
                Instant.now(),
                Deadline.in(Duration.ofSeconds(10)));
    }

    private static Dispatch withDeadline(Dispatch it, Deadline deadline) {
        return new Dispatch(
                it.channel(),
                it.conversation(),
                it.message(),
                it.part(),
                it.attempt(),
                it.recipient(),
                it.body(),
                it.template(),
                it.startedAt(),
                deadline);
    }
}
