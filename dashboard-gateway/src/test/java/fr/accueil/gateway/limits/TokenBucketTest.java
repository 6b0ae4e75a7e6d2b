package fr.accueil.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long BEGIN = 42;

    @Test
    void so_many_pass_at_once_and_then_as_many_as_time_gives_back() {
        var bucket = new TokenBucket(new Rate(3, 2), BEGIN);

        IntStream.range(0, 3).forEach(_ -> assertThat(bucket.take(BEGIN)).isZero());
        assertThat(bucket.take(BEGIN)).isEqualTo(Duration.ofMillis(500));
        assertThat(bucket.take(BEGIN + nanos(250))).isEqualTo(Duration.ofMillis(250));
        assertThat(bucket.take(BEGIN + nanos(500))).isZero();
        assertThat(bucket.take(BEGIN + nanos(500))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void a_pause_gives_back_no_more_than_there_was() {
        var bucket = new TokenBucket(new Rate(2, 10), BEGIN);
        var later = BEGIN + nanos(60_000);

        assertThat(bucket.take(later)).isZero();
        assertThat(bucket.take(later)).isZero();
        assertThat(bucket.take(later)).isPositive();
    }

    @Test
    void of_many_who_ask_only_so_many_are_remembered() {
        var buckets = new Buckets("person", new Rate(1, 0.001), 50, new SimpleMeterRegistry());

        IntStream.range(0, 5_000).forEach(it -> buckets.take("person " + it));

        assertThat(buckets.size()).isLessThanOrEqualTo(50);
    }

    @Test
    void one_who_asks_too_much_takes_nothing_from_others() {
        var meters = new SimpleMeterRegistry();
        var buckets = new Buckets("person", new Rate(1, 0.001), 50, meters);
        buckets.take("paul");

        assertThatThrownBy(() -> buckets.take("paul")).isInstanceOf(TooManyRequests.class);
        buckets.take("sophie");
        assertThat(meters.counter("accueil.limits.refused", "limit", "person").count())
                .isEqualTo(1);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
