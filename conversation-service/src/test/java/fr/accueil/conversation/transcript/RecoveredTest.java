package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Received;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent.ConversationChanged;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.MessageId;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;

/// What reconciliation brings back stands where it belongs and is new to the team.
class RecoveredTest extends ServiceTest {

    @Autowired
    MeterRegistry meters;

    @Autowired
    WorkQueue work;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient dueWork;

    @Test
    void an_old_message_that_is_recovered_stands_at_its_own_time_and_moves_nothing_back() {
        var marie = aSalon().marie();
        var now = marie.now();
        marie.isAnswered("À 9 h.", marie.says("Vous ouvrez quand ?", now.minusSeconds(60)));
        var before = marie.row();
        var counted = meters.counter("accueil.messages.recovered").count();

        var recovered = marie.sends(Received.text("Une question d'hier").recovered(), now.minus(Duration.ofHours(20)));

        assertThat(recovered.recovered()).isTrue();
        assertThat(marie.transcript())
                .extracting(Message::body)
                .containsExactly("Une question d'hier", "Vous ouvrez quand ?", "À 9 h.");
        assertThat(marie.row()).satisfies(it -> {
            assertThat(it.lastMessage()).isEqualTo(before.lastMessage());
            assertThat(it.lastActivityAt()).isEqualTo(before.lastActivityAt());
            assertThat(it.freeTextUntil()).isEqualTo(before.freeTextUntil());
            assertThat(it.unread()).isEqualTo(before.unread() + 1);
        });
        assertThat(meters.counter("accueil.messages.recovered").count()).isGreaterThan(counted);
    }

    @Test
    void one_that_is_handed_over_as_too_old_awaits_a_person_once() {
        var salon = aSalon();
        var marie = salon.marie();
        var recovered = marie.sends(
                Received.text("Une question d'hier").recovered(), marie.now().minus(Duration.ofDays(1)));
        var awaiting = marie.isHandedOver(HandoverReason.TOO_OLD, recovered.id());
        assertThat(awaiting.handoverReason()).isEqualTo(HandoverReason.TOO_OLD);

        transaction
                .in(
                        salon.id(),
                        work.hasten(salon.id(), Unanswered.KIND, recovered.id().toString(), Instant.now(), ""))
                .block(PATIENCE);
        await().atMost(PATIENCE).until(() -> pending(recovered.id()) == 0);
        marie.says("Allô ?");

        assertThat(marie.told(Topic.CHANGES, ConversationChanged.class).stream()
                        .map(it -> it.conversation().handoverReason())
                        .filter(Objects::nonNull))
                .containsOnly(HandoverReason.TOO_OLD);
    }

    @Test
    void one_that_came_by_the_webhook_too_is_recorded_once() {
        var marie = aSalon().marie();
        var sent = Received.text("Bonjour");
        var at = marie.now();
        marie.sends(sent, at);

        events.publish(Topic.INBOUND, marie.received(sent.recovered(), at.plusSeconds(1)));
        marie.says("Allô ?");

        assertThat(marie.transcript()).extracting(Message::body).containsExactly("Bonjour", "Allô ?");
        assertThat(marie.transcript().getFirst().recovered()).isFalse();
    }

    private long pending(MessageId message) {
        var rows = dueWork.sql("select count(*) from due_work where kind = :kind and key = :key")
                .bind("kind", Unanswered.KIND)
                .bind("key", message.toString())
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
        return Objects.requireNonNull(rows);
    }
}
