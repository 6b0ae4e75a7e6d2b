package fr.accueil.ingest.twilio;

import static fr.accueil.ingest.twilio.Businesses.CAMELIA;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.Topic;
import fr.accueil.events.UnroutableEvent.MessageUnroutable;
import fr.accueil.ingest.SharedFiles;
import fr.accueil.platform.testing.Events;
import java.net.http.HttpResponse;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IngestTest
class DeliveryStatusesTest {

    private final ConversationId conversation = ConversationId.of(Ids.next());
    private final MessageId message = MessageId.of(Ids.next());
    private final String callback = Caller.STATUS + "?conversation=" + conversation + "&message=" + message
            + "&part=1&attempt=0199a7c2-6000-7d3a-9f00-3c2b1a0d9e8f";

    private final Caller twilio;
    private final Events events;
    private final Businesses businesses;

    DeliveryStatusesTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.twilio = new Caller(port);
        this.events = events;
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @ParameterizedTest
    @CsvSource({
        "s1_status_queued, queued,",
        "s2_status_sent, sent,",
        "s3_status_delivered, delivered,",
        "s4_status_read, read,",
        "s5_status_undelivered_63016, undelivered, 63016",
        "s6_status_failed_63024, failed, 63024"
    })
    void every_example_is_reported_under_what_the_callback_address_says(String example, String status, String error) {
        var answer = twilio.posts(callback, SharedFiles.example(example));

        assertDone(answer);
        var envelope = reported(it -> it.message() != null && it.message().equals(message));
        var report = (DeliveryStatusReported) envelope.data();
        assertThat(envelope.id()).isEqualTo(Ids.ofStatus(report.providerSid(), status, error));
        assertThat(envelope.tenant()).isEqualTo(CAMELIA.tenant());
        assertThat(envelope.subject()).isEqualTo(conversation.toString());
        assertThat(report.conversation()).isEqualTo(conversation);
        assertThat(report.part()).isEqualTo(1);
        assertThat(report.attempt()).isEqualTo("0199a7c2-6000-7d3a-9f00-3c2b1a0d9e8f");
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.errorCode()).isEqualTo(error);
    }

    @Test
    void a_status_that_twilio_invents_next_year_is_passed_on_as_it_is() {
        assertDone(twilio.posts(callback, status("SMinvented", "teleported", CAMELIA.address())));

        assertThat(reported(it -> it.providerSid().equals("SMinvented")).data())
                .isInstanceOfSatisfying(
                        DeliveryStatusReported.class,
                        it -> assertThat(it.status()).isEqualTo("teleported"));
    }

    /// What the address says is covered by the signature: nobody can move a status to another message.
    @Test
    void a_changed_callback_address_is_a_wrong_signature() {
        var body = SharedFiles.example("s4_status_read");
        var signature = Caller.sign(Caller.TOKEN, callback, body);

        assertThat(twilio.postsWithSignature(signature, callback.replace("part=1", "part=2"), body)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_status_on_the_address_of_messages_is_a_status_of_this_conversation() {
        assertDone(twilio.posts(Caller.INBOUND, status("SMconsole", "delivered", CAMELIA.address())));

        var report = (DeliveryStatusReported)
                reported(it -> it.providerSid().equals("SMconsole")).data();
        assertThat(report.conversation()).isEqualTo(Ids.ofConversation(CAMELIA.channel(), "+33639980012"));
        assertThat(report.message()).isNull();
    }

    @Test
    void our_callback_address_is_enough_when_the_number_in_it_is_no_channel_any_more() {
        assertDone(twilio.posts(callback, status("SMmoved", "sent", "whatsapp:+33199000777")));

        var envelope = reported(it -> it.providerSid().equals("SMmoved"));
        assertThat(envelope.tenant()).isEqualTo(CAMELIA.tenant());
        assertThat(envelope.subject()).isEqualTo(conversation.toString());
    }

    @Test
    void a_status_of_what_somebody_else_sent_with_the_account_is_kept_for_an_operator() {
        assertThat(twilio.posts(Caller.STATUS, status("SMforeign", "sent", "whatsapp:+33199000777"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(events.await(
                                Topic.UNROUTABLE,
                                MessageUnroutable.class,
                                it -> it.providerSid().equals("SMforeign"))
                        .raw())
                .containsEntry("MessageStatus", "sent");
    }

    private Envelope reported(Predicate<DeliveryStatusReported> fits) {
        return events.await(
                Topic.STATUS, it -> it.data() instanceof DeliveryStatusReported report && fits.test(report));
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    private static String status(String sid, String status, String from) {
        return "MessageSid=%s&MessageStatus=%s&SmsStatus=%s&AccountSid=%s&From=%s&To=whatsapp%%3A%%2B33639980012"
                .formatted(
                        sid,
                        status,
                        status,
                        Businesses.ACCOUNT,
                        from.replace(":", "%3A").replace("+", "%2B"));
    }
}
