package fr.accueil.ingest.twilio;

import static fr.accueil.ingest.twilio.Businesses.CAMELIA;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.events.UnroutableEvent.MessageUnroutable;
import fr.accueil.ingest.SharedFiles;
import fr.accueil.platform.testing.Events;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@IngestTest
@ExtendWith(OutputCaptureExtension.class)
class InboundMessagesTest {

    private final Caller twilio;
    private final Events events;
    private final Businesses businesses;

    InboundMessagesTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.twilio = new Caller(port);
        this.events = events;
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    static Stream<SignatureVector> messages() {
        return SignatureVector.all()
                .filter(it -> it.id().startsWith("wa-") && !it.id().startsWith("wa-s"));
    }

    /// Signed by the vectors themselves, not by a signer of ours.
    @ParameterizedTest
    @MethodSource("messages")
    void every_example_is_published_before_it_is_answered_and_answered_with_silence(SignatureVector vector) {
        var body = SharedFiles.example(vector.id().substring("wa-".length()));
        var called = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        var answer = twilio.postsWithSignature(vector.signature(), Caller.INBOUND, body);

        assertSilence(answer);
        var sid = vector.form().parameters().stream()
                .filter(it -> it.name().equals("MessageSid"))
                .findFirst()
                .orElseThrow()
                .value();
        var envelope = events.await(
                Topic.INBOUND,
                it -> it.data() instanceof MessageReceived message
                        && message.providerSid().equals(sid)
                        && !it.time().isBefore(called));
        var received = (MessageReceived) envelope.data();
        assertThat(envelope.id())
                .isEqualTo(Ids.ofMessage(Businesses.ACCOUNT, sid).value());
        assertThat(envelope.source()).hasToString("/webhook-ingest");
        assertThat(envelope.tenant()).isEqualTo(CAMELIA.tenant());
        assertThat(envelope.subject()).isEqualTo(received.conversation().toString());
        assertThat(envelope.time()).isBeforeOrEqualTo(Instant.now());
        assertThat(received.channel()).isEqualTo(CAMELIA.channel());
        assertThat(received.kind()).isNotEqualTo(MessageKind.UNSUPPORTED);
        assertThat(received.recovered()).isFalse();
        assertThat(received.raw()).hasSameSizeAs(vector.form().parameters());
        assertThat(answer.headers().firstValue("Accueil-Tenant"))
                .contains(CAMELIA.tenant().toString());
        assertThat(answer.headers().firstValue("Accueil-Conversation"))
                .contains(received.conversation().toString());
    }

    @Test
    void a_message_says_who_wrote_what() {
        twilio.posts(Caller.INBOUND, SharedFiles.example("01_text"));

        var received = (MessageReceived)
                published("SM5a17c0de000000000000000000000001").data();
        assertThat(received.body()).isEqualTo("Bonjour, avez-vous encore des billets pour samedi ?");
        assertThat(received.customer())
                .isEqualTo(new Customer(
                        "whatsapp:+33639980012", "+33639980012", "whatsapp:FR.4081726354091827", "Camille Dupont"));
        assertThat(received.conversation()).isEqualTo(conversation("+33639980012"));
    }

    @Test
    void what_twilio_invents_next_year_is_kept_and_not_dropped() {
        assertSilence(twilio.posts(
                Caller.INBOUND,
                message("SMfuture", "whatsapp:+33639980031", "MessageType=hologram&Hologram=%F0%9F%91%BB")));

        var received = (MessageReceived) published("SMfuture").data();
        assertThat(received.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(received.raw()).containsEntry("Hologram", "👻");
    }

    @Test
    void a_retry_and_a_duplicate_in_parallel_are_one_event() {
        var body = message("SMtwice", "whatsapp:+33639980032", "Body=Bonjour");

        var answers = Stream.generate(() -> twilio.postsSoon(Caller.INBOUND, body)).limit(8).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(InboundMessagesTest::assertSilence);
        published("SMtwice");
        assertThat(events.seen(Topic.INBOUND).stream()
                        .filter(it -> it.data() instanceof MessageReceived received
                                && received.providerSid().equals("SMtwice"))
                        .map(Envelope::id)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_customer_who_hides_the_number_stays_in_the_conversation() {
        var id = "&ExternalUserId=whatsapp%3AFR.77001";
        var first = twilio.posts(Caller.INBOUND, message("SMid1", "whatsapp:+33639980033", "Body=1" + id));
        var second = twilio.posts(Caller.INBOUND, message("SMid2", "whatsapp:FR.77001", "Body=2" + id));
        var third = twilio.posts(Caller.INBOUND, message("SMid3", "whatsapp:+33639980033", "Body=3"));

        assertThat(conversation(first)).isEqualTo(conversation("+33639980033").toString());
        assertThat(conversation(second)).isEqualTo(conversation(first));
        assertThat(conversation(third)).isEqualTo(conversation(first));
        var hidden = (MessageReceived) published("SMid2").data();
        assertThat(hidden.customer()).isEqualTo(new Customer("whatsapp:FR.77001", null, "whatsapp:FR.77001", null));
        assertThat(links("+33639980033"))
                .singleElement()
                .satisfies(it -> assertThat(it.externalUserIdHmac()).doesNotContain("77001"));
    }

    @Test
    void a_customer_who_shows_the_number_later_stays_in_the_conversation_too() {
        var first = twilio.posts(Caller.INBOUND, message("SMid4", "whatsapp:FR.77002", "Body=1"));
        var second = twilio.posts(
                Caller.INBOUND, message("SMid5", "whatsapp:+33639980034", "Body=2&ExternalUserId=whatsapp%3AFR.77002"));

        assertThat(conversation(first))
                .isEqualTo(conversation("whatsapp:FR.77002").toString());
        assertThat(conversation(second)).isEqualTo(conversation(first));
        assertThat(links("whatsapp:FR.77002"))
                .as("the user id, and the number that came later")
                .hasSize(2);
    }

    @Test
    void a_message_to_a_number_that_no_tenant_has_is_kept_for_an_operator() {
        var body = message("SMlost", "whatsapp:+33639980035", "Body=Bonjour")
                .replace("whatsapp%3A%2B33199000042", "whatsapp%3A%2B33199000099");

        var answer = twilio.posts(Caller.INBOUND, body);

        assertSilence(answer);
        assertThat(answer.headers().firstValue("Accueil-Tenant")).isEmpty();
        var kept = events.await(
                Topic.UNROUTABLE,
                MessageUnroutable.class,
                it -> it.providerSid().equals("SMlost"));
        assertThat(kept.to()).isEqualTo("whatsapp:+33199000099");
        assertThat(kept.accountSid()).isEqualTo(Businesses.ACCOUNT);
        assertThat(kept.raw()).containsEntry("Body", "Bonjour");
    }

    @Test
    void a_signed_call_that_is_no_message_is_kept_for_an_operator_too() {
        assertSilence(twilio.posts(
                Caller.INBOUND, "AccountSid=" + Businesses.ACCOUNT + "&To=whatsapp%3A%2B33199000042&CallSid=CA17"));

        var kept = events.await(
                Topic.UNROUTABLE,
                MessageUnroutable.class,
                it -> "CA17".equals(it.raw().get("CallSid")));
        assertThat(kept.providerSid()).isEmpty();
    }

    @Test
    void log_lines_name_tenant_conversation_and_message_and_nobody(CapturedOutput output) {
        var answer = twilio.posts(Caller.INBOUND, SharedFiles.example("01_text"));

        assertThat(output.getOut().lines().filter(it -> it.contains("Took text")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains(CAMELIA.tenant().toString(), conversation(answer))
                        .contains(Ids.ofMessage(Businesses.ACCOUNT, "SM5a17c0de000000000000000000000001")
                                .toString()));
        assertThat(output.getOut()).doesNotContain("Camille", "33639980012", "billets", Caller.TOKEN);
    }

    private Envelope published(String sid) {
        return events.await(
                Topic.INBOUND,
                it -> it.data() instanceof MessageReceived received
                        && received.providerSid().equals(sid)
                        && CAMELIA.tenant().equals(it.tenant()));
    }

    private Stream<IdentityLinked> links(String customer) {
        return events.seen(Topic.IDENTITIES, IdentityLinked.class).stream()
                .filter(it -> it.customer().equals(customer) && it.channel().equals(CAMELIA.channel()));
    }

    private static ConversationId conversation(String customer) {
        return Ids.ofConversation(CAMELIA.channel(), customer);
    }

    private static String conversation(HttpResponse<String> answer) {
        return answer.headers().firstValue("Accueil-Conversation").orElseThrow();
    }

    private static void assertSilence(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/xml");
        assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    }

    private static String message(String sid, String from, String more) {
        return "MessageSid=%s&AccountSid=%s&From=%s&To=whatsapp%%3A%%2B33199000042&%s"
                .formatted(sid, Businesses.ACCOUNT, from.replace(":", "%3A").replace("+", "%2B"), more);
    }
}
