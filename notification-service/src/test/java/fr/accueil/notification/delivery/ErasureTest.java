package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Author;
import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.platform.database.TenantTransaction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// A customer who is erased is forgotten here too, and what is older is neither sent nor remembered again.
class ErasureTest extends ServiceTest {

    private static final String WORDS = "Votre peau réagit au monoï, nous l'éviterons.";

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void whoever_is_erased_is_in_no_table_any_more_and_that_is_said() {
        var marie = customer();
        var message = marie.isAnsweredBySophie(WORDS);
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        marie.wantsNoMore(null);
        eventually().until(() -> tablesWith(marie).contains("stop"));
        assertThat(tablesWith(marie)).contains("message", "part", "attempt", "conversation");

        var report = erase(marie, Instant.now());

        assertThat(report.service()).isEqualTo("notification-service");
        assertThat(report.stores()).extracting("name").contains("message", "part", "attempt", "stop", "conversation");
        assertThat(tablesWith(marie)).isEmpty();
    }

    @Test
    void what_is_older_is_not_sent_again_and_a_late_status_leaves_no_trace() {
        var marie = customer();
        var old = marie.asks(WORDS, Author.assistant(), 1, Instant.now().plus(Duration.ofHours(23)));
        marie.publish(Topic.OUTBOUND, old);
        eventually().until(() -> !TWILIO.posted(marie.address()).isEmpty());
        var call = TWILIO.posted(marie.address()).getFirst();
        erase(marie, Instant.now());

        marie.publish(
                Topic.OUTBOUND,
                new Envelope(
                        Ids.next(), old.source(), old.time(), old.subject(), old.tenant(), old.causedby(), old.data()));
        marie.isReported(call, "read");

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .until(() -> tablesWith(marie).isEmpty());
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
    }

    @Test
    void who_is_written_to_later_is_a_new_customer_whom_the_assistant_leads() {
        var marie = customer();
        marie.isLedBy(5, Leader.person("sophie", "Sophie"));
        eventually().until(() -> marie.fenced(5).isPresent());
        erase(marie, Instant.now());

        var message = marie.isAnsweredByTheAssistant("Bonjour !", 1);

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
    }

    private CustomerForgotten erase(Customer customer, Instant at) {
        var erasure = Ids.next();
        events.publish(
                Topic.ERASURES,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        at,
                        erasure.toString(),
                        customer.tenant(),
                        null,
                        new CustomerErased(erasure, List.of(customer.conversation()), List.of(), at)));
        return reportOf(erasure);
    }

    private CustomerForgotten reportOf(UUID erasure) {
        return events.await(
                Topic.ERASURES, CustomerForgotten.class, it -> it.erasure().equals(erasure));
    }

    private List<String> tablesWith(Customer customer) {
        return Stream.of(
                        "conversation",
                        "message",
                        "part",
                        "attempt",
                        "stop",
                        "received",
                        "correspondent",
                        "medium",
                        "due_work")
                .filter(table -> Boolean.TRUE.equals(transaction
                        .in(customer.tenant(), holds(table, customer))
                        .block(Duration.ofSeconds(10))))
                .toList();
    }

    private Mono<Boolean> holds(String table, Customer customer) {
        return database.sql("select exists (select from " + table
                        + " t where t::text like any(array[:conversation, :address, :words]))")
                .bind("conversation", "%" + customer.conversation() + "%")
                .bind("address", "%" + customer.address().substring(9) + "%")
                .bind("words", "%" + WORDS + "%")
                .mapValue(Boolean.class)
                .one();
    }
}
