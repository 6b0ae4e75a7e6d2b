package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Once a take-over is said to be done, the assistant is silent.
class FenceTest extends ServiceTest {

    private static final Leader SOPHIE = Leader.person("sophie", "Sophie");

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    SendWork work;

    @Test
    void a_take_over_of_a_quiet_conversation_is_done_at_once() {
        var marie = customer();

        marie.isLedBy(2, SOPHIE);

        eventually().until(() -> marie.fenced(2).isPresent());
    }

    @Test
    void no_call_of_the_assistant_begins_or_is_taken_after_the_take_over_is_said_to_be_done() {
        var random = new Random(7);
        TWILIO.takes(_ -> Duration.ofMillis(random.nextInt(150)));
        var customers = IntStream.range(0, 60).mapToObj(_ -> customer()).toList();
        try (var later = Executors.newSingleThreadScheduledExecutor()) {
            for (var customer : customers) {
                customer.isAnsweredByTheAssistant("Je vous réponds.", 1);
                later.schedule(() -> customer.isLedBy(2, SOPHIE), random.nextInt(200), TimeUnit.MILLISECONDS);
            }
        }

        eventually().until(() -> customers.stream().allMatch(it -> it.fenced(2).isPresent()));
        eventually().until(() -> customers.stream().allMatch(FenceTest::knowsWhatBecameOfTheAnswer));
        TWILIO.takes(_ -> Duration.ZERO);
        for (var customer : customers) {
            var done = customer.fenced(2).orElseThrow().time();
            assertThat(TWILIO.posted(customer.address())).allSatisfy(call -> {
                assertThat(call.receivedAt()).isBeforeOrEqualTo(done);
                assertThat(TWILIO.takenAt(call)).isBeforeOrEqualTo(done);
            });
        }
        assertThat(customers)
                .as("some take-overs came before the call and some after")
                .anyMatch(it -> TWILIO.posted(it.address()).isEmpty())
                .anyMatch(it -> !TWILIO.posted(it.address()).isEmpty());
    }

    @Test
    void a_take_over_waits_for_the_call_that_is_under_way() {
        var marie = customer();
        var answer = new CountDownLatch(1);
        TWILIO.will(marie.address(), Behaviour.takeAndHold(answer));
        var message = marie.isAnsweredByTheAssistant("Je vous réponds.", 1);
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 1);

        marie.isLedBy(2, SOPHIE);
        var second = marie.isAnsweredByTheAssistant("Et encore", 1);
        eventually().until(() -> marie.toldOf(second).contains("MessageRefused"));
        assertThat(marie.fenced(2)).isEmpty();
        answer.countDown();

        eventually().until(() -> marie.fenced(2).isPresent());
        assertThat(marie.toldOf(message)).contains("MessageAccepted");
    }

    @Test
    void a_call_whose_process_was_killed_is_waited_for_until_it_can_no_longer_be_under_way() {
        var marie = customer();
        var message = marie.isAnsweredByTheAssistant("Je vous réponds.", 1);
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        var overAt = Instant.now().plusSeconds(2);
        processIsKilledInItsCall(marie, message, overAt);

        marie.isLedBy(2, SOPHIE);

        eventually().until(() -> marie.fenced(2).isPresent());
        assertThat(marie.fenced(2).orElseThrow().time()).isAfterOrEqualTo(overAt);
    }

    @Test
    void what_fails_after_the_take_over_is_not_tried_again() {
        var marie = customer();
        var message = marie.isAnsweredByTheAssistant("Je vous réponds.", 1);
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        marie.isLedBy(2, SOPHIE);
        eventually().until(() -> marie.fenced(2).isPresent());

        marie.isReported(TWILIO.posted(marie.address()).getFirst(), "failed", "63018");

        eventually().until(() -> marie.toldOf(message).contains("MessageRefused"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
        assertThat(marie.told())
                .filteredOn(MessageRefused.class::isInstance)
                .extracting(it -> ((MessageRefused) it).reason())
                .containsExactly(RefusalReason.HUMAN_LEADS);
    }

    @Test
    void a_take_over_is_said_to_be_done_once() {
        var marie = customer();
        marie.isLedBy(2, SOPHIE);
        marie.isLedBy(3, Leader.assistant());
        var message = marie.isAnsweredByTheAssistant("Me revoilà", 3);
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        marie.isLedBy(4, SOPHIE);

        eventually().until(() -> marie.fenced(4).isPresent());
        assertThat(marie.told())
                .filteredOn(it -> it.getClass().getSimpleName().equals("LeadFenced"))
                .hasSize(2);
    }

    private static boolean knowsWhatBecameOfTheAnswer(Customer customer) {
        return customer.told().stream()
                .anyMatch(it -> it.getClass().getSimpleName().matches("MessageAccepted|MessageRefused"));
    }

    /// Its attempt is written, its result is not, and nobody gets its lease for a minute.
    private void processIsKilledInItsCall(Customer customer, MessageId message, Instant overAt) {
        transaction
                .in(
                        CAMELIA,
                        database.sql("""
                                        update attempt set state = 'unresolved', provider_sid = null, over_at = :over,
                                          look_up_after = :over where message = :message""")
                                .bind("over", overAt)
                                .bind("message", message.value())
                                .then()
                                .then(database.sql(
                                                "update message set state = 'queued', settled = false where id = :id")
                                        .bind("id", message.value())
                                        .then())
                                .then(work.hasten(
                                        CAMELIA,
                                        customer.conversation(),
                                        Instant.now().plusSeconds(600))))
                .then(relayDatabase
                        .sql("""
                                update due_work set lease = :lease,
                                  lease_until = clock_timestamp() + interval '1 minute' where key = :key""")
                        .bind("key", customer.conversation().toString())
                        .bind("lease", Ids.next())
                        .then())
                .block(Duration.ofSeconds(5));
    }
}
