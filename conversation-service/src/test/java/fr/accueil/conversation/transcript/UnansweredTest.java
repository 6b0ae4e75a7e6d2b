package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent.Status;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.WorkQueue;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;

class UnansweredTest extends ServiceTest {

    @Autowired
    WorkQueue work;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient dueWork;

    @Test
    void a_message_that_nobody_answered_in_time_awaits_a_person_and_the_assistant_may_still_answer() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Vous ouvrez quand ?");

        deadlinePasses(salon, question);

        var row = marie.awaitRow(it -> it.awaitingPerson());
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.handoverReason()).isEqualTo(HandoverReason.DEADLINE_PASSED);
        assertThat(row.leader().assistantLeads()).isTrue();
        marie.isAnswered("À 9 h.", question);
        assertThat(marie.row().awaitingPerson()).isFalse();
    }

    @Test
    void a_message_that_was_answered_in_time_awaits_nobody() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Vous ouvrez quand ?");
        marie.isAnswered("À 9 h.", question);
        var before = marie.row();

        deadlinePasses(salon, question);

        assertThat(marie.row()).isEqualTo(before);
    }

    private void deadlinePasses(Salon salon, MessageId message) {
        transaction
                .in(salon.id(), work.hasten(salon.id(), Unanswered.KIND, message.toString(), Instant.now(), ""))
                .block(PATIENCE);
        await().atMost(PATIENCE).until(() -> pending(message) == 0);
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
