package fr.accueil.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.facts.RefusedChannels.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedChannelsTest {

    private static final Channel CAMELIA = new Channel(
            ChannelId.of(Ids.next()), TenantId.of(Ids.next()), "whatsapp:+331", "AC1", null, List.of("t"), true);

    private final MovableClock clock = new MovableClock();
    private final RefusedChannels refused = new RefusedChannels(clock);

    @Test
    void all_of_a_channel_are_one_fact_from_the_first_to_the_last() {
        var first = clock.instant();
        refused.note(CAMELIA);
        clock.move(Duration.ofSeconds(30));
        refused.note(CAMELIA);
        refused.note(CAMELIA);

        assertThat(refused.pending())
                .containsExactly(
                        new Refused(CAMELIA.tenant(), new WebhooksRefused(CAMELIA.id(), first, clock.instant(), 3)));
    }

    @Test
    void what_was_told_is_forgotten() {
        refused.note(CAMELIA);
        refused.pending().forEach(refused::told);

        assertThat(refused.pending()).isEmpty();
    }

    @Test
    void what_came_while_it_was_told_is_told_next() {
        refused.note(CAMELIA);
        var told = refused.pending().getFirst();
        clock.move(Duration.ofSeconds(2));
        refused.note(CAMELIA);
        refused.told(told);

        assertThat(refused.pending())
                .containsExactly(new Refused(
                        CAMELIA.tenant(),
                        new WebhooksRefused(CAMELIA.id(), told.fact().until(), clock.instant(), 1)));
    }
}
