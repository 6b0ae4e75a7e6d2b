package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.MessageId;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Whoever dies or freezes around a call leaves what another finds out.
class KilledTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    SendWork work;

    @Test
    void a_process_killed_after_its_call_leaves_what_another_finds_out() {
        var marie = customer();
        var message = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));

        resultIsLost(marie, message);

        eventually().until(() -> marie.toldOf(message).equals(List.of("MessageAccepted", "MessageAccepted")));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
        assertThat(TWILIO.listed(marie.address())).isEqualTo(1);
    }

    @Test
    void a_process_killed_before_its_call_leaves_what_another_sends() {
        var marie = customer();
        var message = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));

        TWILIO.forget(marie.address());
        resultIsLost(marie, message);

        eventually().until(() -> TWILIO.taken(marie.address()).size() == 1);
        eventually()
                .untilAsserted(() -> assertThat(marie.toldOf(message))
                        .containsExactly("MessageAccepted", "MessageDelayed", "MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).hasSize(2);
    }

    @Test
    void a_frozen_workers_lease_is_taken_over_and_nothing_is_sent_twice() {
        var marie = customer();
        var thaw = new CountDownLatch(1);
        TWILIO.will(marie.address(), Behaviour.takeAndHold(thaw));
        var message = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 1);

        leaseEnds(marie);
        eventually().until(() -> isTakenOver(marie));
        thaw.countDown();

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        TWILIO.will(marie.address(), Behaviour.take());
        var next = marie.isAnsweredByTheAssistant("La suite");
        eventually().until(() -> marie.toldOf(next).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).extracting(Posted::body).containsExactly("Bonjour", "La suite");
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted");
    }

    /// As a process leaves it that was killed when it had recorded its attempt, and not what came of it.
    private void resultIsLost(Customer customer, MessageId message) {
        transaction
                .in(
                        CAMELIA,
                        database.sql("""
                                        update attempt set state = 'unresolved', provider_sid = null,
                                          look_up_after = :past where message = :message""")
                                .bind("past", Instant.now().minusSeconds(1))
                                .bind("message", message.value())
                                .then()
                                .then(database.sql(
                                                "update message set state = 'queued', settled = false where id = :id")
                                        .bind("id", message.value())
                                        .then())
                                .then(work.hasten(CAMELIA, customer.conversation(), Instant.now())))
                .block(Duration.ofSeconds(5));
    }

    private void leaseEnds(Customer customer) {
        relayDatabase
                .sql("update due_work set lease_until = clock_timestamp() - interval '1 second' where key = :key")
                .bind("key", customer.conversation().toString())
                .then()
                .block(Duration.ofSeconds(5));
    }

    /// The other worker saw the call under way, and left it alone until it can be looked up.
    private boolean isTakenOver(Customer customer) {
        return Boolean.TRUE.equals(relayDatabase
                .sql("select lease is null as free from due_work where key = :key")
                .bind("key", customer.conversation().toString())
                .map(row -> Boolean.TRUE.equals(row.get("free", Boolean.class)))
                .one()
                .block(Duration.ofSeconds(5)));
    }
}
