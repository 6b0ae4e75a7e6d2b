package fr.accueil.simulator.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.simulator.outbound.OutboundSettings.Strangers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairRateTest {

    private static final String CAMELIA = "whatsapp:+33199000042";
    private static final String MARIE = "whatsapp:+33639980012";
    private static final String KARIM = "whatsapp:+33639980034";

    private final Hand clock = new Hand();
    private final PairRate rate = new PairRate(
            new OutboundSettings(
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Strangers.REACHABLE,
                    45,
                    Duration.ofSeconds(6),
                    Set.of()),
            clock);

    @Test
    void forty_five_at_once_and_then_one_in_six_seconds() {
        assertThat(admitted(MARIE, 50)).isEqualTo(45);
        assertThat(admitted(KARIM, 1)).isEqualTo(1);

        clock.now = clock.now.plusSeconds(6);
        assertThat(admitted(MARIE, 2)).isEqualTo(1);
        clock.now = clock.now.plusSeconds(3);
        assertThat(admitted(MARIE, 1)).isZero();
        clock.now = clock.now.plusSeconds(3);
        assertThat(admitted(MARIE, 1)).isEqualTo(1);
    }

    @Test
    void after_a_pause_the_burst_is_whole_again() {
        admitted(MARIE, 50);

        clock.now = clock.now.plusSeconds(45 * 6);

        assertThat(admitted(MARIE, 50)).isEqualTo(45);
    }

    @Test
    void a_clock_that_is_put_back_stops_nobody() {
        clock.now = clock.now.plus(Duration.ofHours(25));
        admitted(MARIE, 1);

        clock.now = clock.now.minus(Duration.ofHours(25));

        assertThat(admitted(MARIE, 1)).isEqualTo(1);
    }

    private long admitted(String customer, int messages) {
        return IntStream.range(0, messages)
                .filter(_ -> rate.admits(CAMELIA, customer))
                .count();
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
