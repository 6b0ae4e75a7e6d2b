package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailureLimitTest {

    private final AtomicLong time = new AtomicLong();
    private final FailureLimit limit = new FailureLimit(3, time::get);

    @Test
    void so_many_are_allowed_in_a_minute_and_again_in_the_next() {
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();

        time.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(limit.allows("a")).isFalse();

        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(limit.allows("a")).isTrue();
    }

    @Test
    void a_million_addresses_take_no_more_room_than_some() {
        for (int i = 0; i < 1_000_000; i++) {
            limit.allows("address " + i);
        }

        assertThat(limit.addresses()).isLessThanOrEqualTo(20_000);
    }
}
