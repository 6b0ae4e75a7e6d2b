package fr.accueil.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.Envelope;
import fr.accueil.ingest.channel.Channels;
import fr.accueil.ingest.identity.Identities;
import fr.accueil.ingest.publishing.Envelopes;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;

class ListeningTest {

    private final MovableClock clock = new MovableClock();
    private final Channels channels = mock(Channels.class);
    private final Identities identities = mock(Identities.class);
    private final Envelopes envelopes = mock(Envelopes.class);
    private final Listening listening = new Listening(
            channels, identities, envelopes, clock, new MockEnvironment().withProperty("HOSTNAME", "ingest-7"));

    @BeforeEach
    void envelopes_are_of_now() {
        when(envelopes.seal(any(), any(), any(), any()))
                .thenAnswer(it -> new Envelope(
                        it.getArgument(0),
                        URI.create("/webhook-ingest"),
                        clock.instant(),
                        it.getArgument(1),
                        null,
                        null,
                        it.getArgument(3)));
        when(identities.ready()).thenReturn(true);
    }

    @Test
    void begins_when_all_copies_are_read_and_stays_the_same_until_it_is_told() {
        assertThat(listening.due()).isEmpty();
        when(channels.ready()).thenReturn(true);

        var began = listening.due().orElseThrow();
        clock.move(Duration.ofSeconds(30));

        assertThat(began.data()).isInstanceOf(ListeningBegan.class);
        assertThat(began.subject()).startsWith("ingest-7/");
        assertThat(listening.due()).contains(began);
        listening.told();
        assertThat(listening.due()).isEmpty();
    }

    @Test
    void is_part_of_readiness_from_the_first_time_that_it_is_told() {
        var readiness = new ListeningReadiness(listening);
        when(channels.ready()).thenReturn(true);
        listening.due();
        assertThat(readiness.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        listening.told();
        listening.interrupted();
        assertThat(readiness.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void begins_anew_after_an_interruption_at_most_once_a_minute() {
        when(channels.ready()).thenReturn(true);
        listening.due();
        listening.told();

        listening.interrupted();
        listening.interrupted();
        assertThat(listening.due()).isEmpty();

        clock.move(Listening.BETWEEN_TELLING);
        assertThat(listening.due()).isPresent();
        listening.told();
        clock.move(Duration.ofHours(1));
        assertThat(listening.due()).isEmpty();
    }
}
