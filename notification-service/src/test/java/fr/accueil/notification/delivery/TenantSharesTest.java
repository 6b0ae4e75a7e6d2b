package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantSharesTest {

    private static final Duration SLOW = Duration.ofSeconds(8);

    private final TenantId camelia = TenantId.of(Ids.next());
    private final TenantId barbier = TenantId.of(Ids.next());
    private final TenantShares shares = new TenantShares(2);

    @Test
    void a_business_has_its_share_and_no_more() {
        assertThat(shares.enter(camelia)).isEmpty();
        assertThat(shares.enter(camelia)).isEmpty();

        assertThat(shares.enter(camelia)).isPresent();
        assertThat(shares.enter(barbier)).isEmpty();
    }

    @Test
    void who_leaves_makes_room() {
        shares.enter(camelia);
        shares.enter(camelia);

        shares.leave(camelia, SLOW);

        assertThat(shares.enter(camelia)).isEmpty();
    }

    @Test
    void those_who_find_no_room_come_back_at_different_times_and_never_too_late() {
        for (var i = 0; i < 20; i++) {
            shares.enter(camelia);
            shares.enter(camelia);
            shares.leave(camelia, SLOW);
        }
        shares.enter(camelia);

        var turns = new ArrayList<Duration>();
        for (var i = 0; i < 50; i++) {
            turns.add(shares.enter(camelia).orElseThrow());
        }

        assertThat(turns).allSatisfy(it -> assertThat(it).isBetween(Duration.ofMillis(20), Duration.ofSeconds(5)));
        assertThat(turns.stream().distinct().count()).isGreaterThan(1);
        assertThat(shares.enter(barbier)).isEqualTo(Optional.empty());
    }
}
