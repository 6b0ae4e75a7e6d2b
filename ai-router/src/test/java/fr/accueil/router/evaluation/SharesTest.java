package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        var hundred = IntStream.rangeClosed(1, 100).mapToObj(it -> (double) it).toList();

        assertThat(Shares.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Shares.percentile(hundred, 95)).isEqualTo(95);
        assertThat(Shares.percentile(List.of(3.0, 1.0), 95)).isEqualTo(3);
        assertThat(Shares.percentile(List.of(), 95)).isZero();
    }

    @Test
    void a_share_of_nothing_is_zero() {
        assertThat(Shares.of(0, 0)).isZero();
        assertThat(Shares.of(1, 4)).isEqualTo(0.25);
    }
}
