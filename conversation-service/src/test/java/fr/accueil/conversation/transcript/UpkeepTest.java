package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.tenant.Upkeep;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.WorkQueue;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

class UpkeepTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    WorkQueue work;

    @Test
    void what_waited_too_long_is_forgotten_and_all_else_is_kept() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        for (int i = 0; i < 2; i++) {
            var never = MessageId.of(Ids.next());
            marie.tell(Topic.DELIVERY, new MessageSent(never, marie.id(), 0));
            marie.tell(Topic.DELIVERY, new MediaFetched(never, marie.id(), 0, salon.id() + "/x", "image/png", 1, null));
        }
        await().atMost(PATIENCE).until(() -> count(salon, "attachment") == 3 && count(salon, "early_news") == 2);

        age(salon, "early_news");
        age(salon, "attachment");
        transaction
                .in(salon.id(), work.hasten(salon.id(), Upkeep.KIND, salon.id().toString(), Instant.now(), ""))
                .block(PATIENCE);

        await().atMost(PATIENCE).until(() -> count(salon, "early_news") == 1);
        assertThat(count(salon, "attachment")).isEqualTo(2);
        assertThat(marie.transcript().getFirst().attachments()).hasSize(1);
    }

    /// One of the waiting ones, and what waits for nothing any more.
    private void age(Salon salon, String table) {
        transaction.in(salon.id(), database.sql("""
                        update %1$s set heard_at = heard_at - interval '40 days'
                        where message = (select min(message::text)::uuid from early_news)
                          or message in (select id from message)
                        """.formatted(table)).then()).block(PATIENCE);
    }

    private long count(Salon salon, String table) {
        var rows = transaction
                .in(
                        salon.id(),
                        database.sql("select count(*) from " + table)
                                .mapValue(Long.class)
                                .one())
                .block(PATIENCE);
        return Objects.requireNonNull(rows);
    }
}
