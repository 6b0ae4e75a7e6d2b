package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;

/// A customer who is erased is forgotten here too, and what is older is not heard again.
class ErasureTest extends Story {

    private static final String CARD = "Vous prenez la carte ?";

    @Autowired
    @Qualifier("relayDatabase")
    private DatabaseClient relay;

    @Test
    void whoever_is_erased_is_forgotten_and_that_is_said() {
        var marie = customer("Marie");
        marie.writes(CARD);
        marie.isTold(CARDS);
        var erasure = Ids.next();

        marie.isErased(erasure, now());

        var report = reportOf(erasure);
        assertThat(marie.dialogue()).isNull();
        assertThat(report.service()).isEqualTo("ai-router");
        assertThat(report.conversations()).containsExactly(marie.conversation());
        assertThat(report.stores()).contains(new Store("heard", 1), new Store("said", 1), new Store("dialogue", 1));
        assertThat(workOf(marie)).isZero();
    }

    @Test
    void what_is_older_is_not_heard_again_whichever_way_it_comes() {
        var marie = customer("Marie");
        marie.writes(CARD);
        marie.isTold(CARDS);
        var before = marie.written(Inbound.text(CARD));
        var erasure = Ids.next();
        marie.isErased(erasure, now());
        reportOf(erasure);

        marie.comes(before);
        comeToRest(List.of(customer("Karim")));

        await().during(Duration.ofSeconds(2)).until(() -> marie.dialogue() == null);
    }

    @Test
    void who_writes_again_is_a_new_customer_and_is_answered() {
        var marie = customer("Marie");
        marie.writes(CARD);
        marie.isTold(CARDS);
        marie.isLedBy(Fixtures.SOPHIE, 5);
        var erasure = Ids.next();
        marie.isErased(erasure, now());
        reportOf(erasure);

        marie.writes(OPEN_ON_SATURDAY);

        assertThat(marie.isTold(HOURS).leaderNumber()).isEqualTo(1);
    }

    @Test
    void an_erasure_that_is_heard_late_leaves_what_came_since() {
        var marie = customer("Marie");
        marie.writes(CARD);
        marie.isTold(CARDS);
        marie.isLedBy(Fixtures.SOPHIE, 2);
        var at = now().minusMillis(5);
        var since = marie.writes(OPEN_ON_SATURDAY);
        marie.isHeard(1);
        var erasure = Ids.next();

        marie.isErased(erasure, at);

        reportOf(erasure);
        var answer = marie.isTold(HOURS);
        assertThat(answer.answers()).containsExactly(MessageId.of(since.id()));
        assertThat(answer.leaderNumber()).isEqualTo(1);
    }

    private CustomerForgotten reportOf(UUID erasure) {
        return events.await(
                Topic.ERASURES, CustomerForgotten.class, it -> it.erasure().equals(erasure));
    }

    private long workOf(Customers customer) {
        return relay.sql("select count(*) from due_work where key like :key")
                .bind("key", customer.conversation() + "%")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
