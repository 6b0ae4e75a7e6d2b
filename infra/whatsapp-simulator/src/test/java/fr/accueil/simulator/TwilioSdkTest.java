package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.messaging.v2.TypingIndicator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The official client, unchanged but for where its connections lead. It is generated from Twilio's OpenAPI documents,
/// so what it reads of our answers is what our services will read of Twilio's.
class TwilioSdkTest extends SimulatorTest {

    private TwilioRestClient client = new TwilioRestClient.Builder("", "").build();

    @BeforeEach
    void connect() {
        client = new TwilioRestClient.Builder(ACCOUNT, TOKEN)
                .httpClient(toSimulator())
                .build();
    }

    @Test
    void reads_every_field_of_a_message_it_created() {
        var message = Message.creator(new PhoneNumber(MARIE), new PhoneNumber(CAMELIA), "Bonjour Marie")
                .setStatusCallback(URI.create(CALLBACK))
                .create(client);

        assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(message.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(message.getDateCreated()).isNotNull();
        assertThat(message.getFrom().toString()).isEqualTo(CAMELIA);
        assertThat(message.getTo()).isEqualTo(MARIE);
        assertThat(message.getNumMedia()).isEqualTo("0");
        assertThat(message.getSubresourceUris()).containsKey("media");
        awaitStatuses(message.getSid(), "sent", "delivered");
        var later = Message.fetcher(message.getSid()).fetch(client);
        assertThat(later.getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(later.getDateSent()).isNotNull();
    }

    @Test
    void reads_the_list_over_several_pages() {
        var to = "whatsapp:+33639985003";
        for (var i = 0; i < 5; i++) {
            Message.creator(new PhoneNumber(to), new PhoneNumber(CAMELIA), "Message " + i)
                    .create(client);
        }

        var bodies = new ArrayList<String>();
        Message.reader()
                .setTo(new PhoneNumber(to))
                .setPageSize(2L)
                .read(client)
                .forEach(message -> bodies.add(message.getBody()));
        assertThat(bodies).containsExactly("Message 4", "Message 3", "Message 2", "Message 1", "Message 0");

        await().untilAsserted(() -> assertThat(Message.reader()
                        .setTo(new PhoneNumber(to))
                        .setDateSentAfter(ZonedDateTime.now(clock).minusMinutes(1))
                        .read(client))
                .hasSize(5));
        assertThat(Message.reader()
                        .setTo(new PhoneNumber(to))
                        .setDateSentBefore(ZonedDateTime.now(clock).minusMinutes(1))
                        .read(client))
                .isEmpty();
    }

    @Test
    void understands_a_refusal() {
        assertThatThrownBy(() -> Message.creator(new PhoneNumber("whatsapp:+33"), new PhoneNumber(CAMELIA), "x")
                        .create(client))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(21211);
                    assertThat(refusal.getStatusCode()).isEqualTo(400);
                    assertThat(refusal.getMoreInfo()).endsWith("/21211");
                });
        var stranger = new TwilioRestClient.Builder(ACCOUNT, "wrong")
                .httpClient(toSimulator())
                .build();
        assertThatThrownBy(() -> Account.fetcher(ACCOUNT).fetch(stranger))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(20003));
    }

    @Test
    void shows_typing_reads_media_and_the_account() {
        var sid = writes(
                        MARIE,
                        Map.of("to", CAMELIA, "media", List.of(Map.of("contentType", "image/jpeg", "bytes", new byte[] {
                            1, 2
                        }))))
                .path("messageSid")
                .asString();

        assertThat(TypingIndicator.creator(TypingIndicator.Channel.WHATSAPP, sid)
                        .create(client)
                        .getSuccess())
                .isTrue();
        assertThat(Media.reader(sid).read(client)).singleElement().satisfies(media -> {
            assertThat(media.getContentType()).isEqualTo("image/jpeg");
            assertThat(media.getDateCreated()).isNotNull();
        });
        assertThat(Account.fetcher(ACCOUNT).fetch(client).getStatus()).isEqualTo(Account.Status.ACTIVE);
    }

    @Test
    void reads_templates_and_their_approvals_over_several_pages() {
        var contents = new ArrayList<ContentAndApprovals>();
        ContentAndApprovals.reader().setPageSize(2).read(client).forEach(contents::add);

        assertThat(contents).hasSizeGreaterThan(4).allSatisfy(content -> {
            assertThat(content.getSid()).startsWith("HX");
            assertThat(content.getTypes()).isNotNull();
            assertThat(content.getApprovalRequests()).isNotNull();
            assertThat(content.getDateCreated()).isNotNull();
        });
    }

    private HttpClient toSimulator() {
        return new NetworkHttpClient(HttpClientBuilder.create()
                .setRoutePlanner((_, _) -> new HttpRoute(new HttpHost("http", "localhost", port))));
    }
}
