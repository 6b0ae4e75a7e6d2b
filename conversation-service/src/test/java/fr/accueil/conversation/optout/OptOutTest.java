package fr.accueil.conversation.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class OptOutTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void who_wrote_stop_is_written_to_no_more_until_they_want_it_again() {
        var salon = aSalon();
        var marie = salon.marie();
        var refused = marie.isAnswered("À 9 h.", marie.says("Quand ?"));
        marie.tell(
                Topic.DELIVERY,
                new MessageRefused(refused, marie.id(), RefusalReason.PROVIDER_REFUSED, "Refusé.", null, 0));
        marie.awaitMessage(it -> it.status() == DeliveryStatus.REFUSED);
        var stop = marie.says("ARRÊT");
        var at = marie.now();

        publish(stopped(salon, marie, at, stop, "ARRÊT"));

        assertThat(marie.awaitRow(it -> it.optedOutAt() != null).optedOutAt()).isEqualTo(at);
        problem(write(salon, marie, Map.of("body", "Bonjour")));
        problem(write(salon, marie, Map.of("template", Map.of("contentSid", "HX1", "variables", Map.of()))));
        problem(salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/messages/{m}/resend", marie.id(), refused)
                .exchange());
        assertThat(marie.row().leader().assistantLeads()).isTrue();

        publish(resumed(salon, marie, at.plusSeconds(60), marie.says("START"), ResumeReason.KEYWORD));

        marie.awaitRow(it -> it.optedOutAt() == null && it.version() > version(marie, at));
        write(salon, marie, Map.of("body", "Bonjour")).expectStatus().isCreated();
        assertThat(page(salon, "").items())
                .extracting(OptOut::kind, OptOut::word, OptOut::reason)
                .containsExactly(
                        tuple(OptOut.Kind.RESUME, null, OptOut.Reason.KEYWORD), tuple(OptOut.Kind.STOP, "ARRÊT", null));
        assertThat(page(salon, "").items().getLast()).satisfies(it -> {
            assertThat(it.conversation()).isEqualTo(marie.id());
            assertThat(it.customer().name()).isEqualTo("Marie Lefèvre");
            assertThat(it.message()).isEqualTo(stop);
            assertThat(it.at()).isEqualTo(at);
        });
    }

    /// s1 < r2 < s3: whatever comes when, and however often, the customer has stopped since s3.
    @ParameterizedTest
    @ValueSource(strings = {"123", "321", "213", "312", "1123323", "31213"})
    void neither_order_nor_repetition_matters(String arrivals) {
        var salon = aSalon();
        var marie = salon.marie();
        var message = marie.says("STOP");
        var at = marie.now();
        var events = Map.of(
                '1', stopped(salon, marie, at, message, "STOP"),
                '2', resumed(salon, marie, at.plusSeconds(1), message, ResumeReason.EXPLICIT_WISH),
                '3', stopped(salon, marie, at.plusSeconds(2), message, "ARRET"));

        for (var arrival : arrivals.toCharArray()) {
            publish(Objects.requireNonNull(events.get(arrival)));
        }
        marie.isAnswered("La confirmation.");

        assertThat(marie.row().optedOutAt()).isEqualTo(at.plusSeconds(2));
        assertThat(page(salon, "").items()).hasSize(3);
    }

    @Test
    void a_stop_that_is_heard_before_its_message_counts() {
        var salon = aSalon();
        var marie = salon.marie();
        var stop = marie.received("STOP", marie.now());

        publish(stopped(salon, marie, stop.time(), MessageId.of(stop.id()), "STOP"));
        marie.isAnswered("La confirmation.");
        events.publish(Topic.INBOUND, stop);

        assertThat(marie.awaitRow(it -> it.unread() == 1).optedOutAt()).isEqualTo(stop.time());
    }

    @Test
    void the_ledger_is_read_page_by_page_and_is_ones_own() {
        var salon = aSalon();
        var at = salon.marie().now();
        for (int i = 0; i < 5; i++) {
            var customer = salon.thread("Client " + i, "+3363998020" + i);
            publish(stopped(salon, customer, at, customer.says("STOP"), "STOP"));
            customer.awaitRow(it -> it.optedOutAt() != null);
        }

        var first = page(salon, "?limit=3");
        var second = page(salon, "?limit=3&cursor=" + first.nextCursor());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.nextCursor()).isNull();
        assertThat(page(aSalon(), "").items()).isEmpty();
    }

    @Test
    void the_ledger_is_only_ever_added_to() {
        var salon = aSalon();
        var marie = salon.marie();
        publish(stopped(salon, marie, marie.now(), marie.says("STOP"), "STOP"));
        marie.awaitRow(it -> it.optedOutAt() != null);

        for (var change : new String[] {"update opt_out set word = 'x'", "delete from opt_out"}) {
            var rows = transaction
                    .in(salon.id(), database.sql(change).fetch().rowsUpdated())
                    .block(PATIENCE);
            assertThat(rows).isZero();
        }
        assertThat(page(salon, "").items())
                .singleElement()
                .satisfies(it -> assertThat(it.word()).isEqualTo("STOP"));
    }

    private void publish(Envelope envelope) {
        events.publish(Topic.OUTBOUND, envelope);
    }

    private static Envelope stopped(Salon salon, Correspondence thread, Instant at, MessageId by, String word) {
        return envelope(
                thread,
                at,
                new StopSending(thread.id(), salon.channel().id(), "whatsapp:+33639980012", by, word, null));
    }

    private static Envelope resumed(Salon salon, Correspondence thread, Instant at, MessageId by, ResumeReason reason) {
        return envelope(
                thread, at, new ResumeSending(thread.id(), salon.channel().id(), "whatsapp:+33639980012", by, reason));
    }

    private static Envelope envelope(Correspondence thread, Instant at, OutboundEvent data) {
        return thread.envelope(Ids.next(), at, data);
    }

    /// The version at which it was opted out.
    private static long version(Correspondence thread, Instant since) {
        return thread.awaitRow(it -> since.equals(it.optedOutAt())).version();
    }

    private static ResponseSpec write(Salon salon, Correspondence to, Map<String, ?> request) {
        return salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/messages", to.id())
                .bodyValue(request)
                .exchange();
    }

    private static void problem(ResponseSpec response) {
        response.expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Ce client ne veut plus de messages");
    }

    private static OptOutPage page(Salon salon, String query) {
        var page = salon.asSophie(HttpMethod.GET, "/api/opt-outs" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(OptOutPage.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page);
    }
}
