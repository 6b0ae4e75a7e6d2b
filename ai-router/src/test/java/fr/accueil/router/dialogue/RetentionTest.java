package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.router.knowledge.Businesses;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was said longer ago than the business keeps it goes from here too.
class RetentionTest extends Story {

    private static final String CARD = "Vous prenez la carte ?";

    @Autowired
    private RetentionWorker worker;

    @Autowired
    private Businesses businesses;

    @Test
    void what_is_old_goes_and_what_is_young_stays() {
        var marie = customer("Marie");
        marie.writes(CARD);
        marie.isTold(CARDS);

        worker.deleteSome(marie.tenant(), Duration.ofDays(30));
        assertThat(marie.dialogue()).isNotNull();

        worker.deleteSome(marie.tenant(), Duration.ofSeconds(-5));
        assertThat(marie.dialogue()).isNull();
    }

    @Test
    void that_somebody_wants_no_messages_stays_known() {
        var marie = customer("Marie");
        marie.writes("STOP");
        Awaitility.await().until(marie::isOptedOut);
        marie.isTold("vous ne recevrez plus de messages");

        worker.deleteSome(marie.tenant(), Duration.ofSeconds(-5));

        assertThat(marie.isOptedOut()).isTrue();
    }

    @Test
    void the_period_is_the_businesss_own_and_two_years_where_it_said_none() {
        var said = TenantId.of(Ids.next());
        var silent = TenantId.of(Ids.next());
        save(
                Topic.TENANTS,
                said,
                said.toString(),
                new TenantSaved(said, "A", Vertical.BEAUTY, "Europe/Paris", true, null, null, 60, false, null));
        save(
                Topic.TENANTS,
                silent,
                silent.toString(),
                new TenantSaved(silent, "B", Vertical.BEAUTY, "Europe/Paris", true));

        Awaitility.await().until(() -> businesses.periods().keySet().containsAll(Set.of(said, silent)));
        assertThat(businesses.periods())
                .containsEntry(said, Duration.ofDays(60))
                .containsEntry(silent, Duration.ofDays(730));
    }
}
