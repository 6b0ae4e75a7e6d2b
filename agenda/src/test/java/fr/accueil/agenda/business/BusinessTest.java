package fr.accueil.agenda.business;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What cannot be is refused where it is made, in a sentence.
class BusinessTest {

    private static final ServiceId BROWS = new ServiceId("sourcils");

    @Test
    void a_service_takes_whole_minutes_of_time() {
        refuses(() -> ServiceOffer.of(BROWS, Duration.ZERO), "takes some time");
        refuses(() -> ServiceOffer.of(BROWS, Duration.ofSeconds(90)), "whole minutes");
        refuses(() -> ServiceOffer.of(BROWS, Duration.ofHours(25)), "at most a day");
        refuses(() -> ServiceOffer.of(BROWS, Duration.ofMinutes(10)).withBuffer(Duration.ofMinutes(-5)), "negative");
    }

    @Test
    void a_grid_divides_the_day() {
        refuses(() -> Grid.every(Duration.ofMinutes(7)), "divide the day");
        refuses(() -> Grid.every(Duration.ZERO), "divide the day");
        refuses(() -> Grid.every(Duration.ofSeconds(90)), "whole minutes");
    }

    @Test
    void rules_look_ahead_and_not_back() {
        refuses(() -> BookingRules.usual().notSoonerThan(Duration.ofHours(-1)), "lead time");
        refuses(() -> BookingRules.usual().notLaterThan(-1), "days ahead");
        refuses(() -> BookingRules.usual().notLaterThan(10_000), "days ahead");
    }

    @Test
    void a_team_has_somebody_and_nobody_twice() {
        var lea = Practitioner.of(new PractitionerId("léa"), Set.of(BROWS));

        refuses(Staffing::team, "at least one practitioner");
        refuses(() -> Staffing.team(lea, lea), "twice");
        refuses(() -> Staffing.seats(0), "at least one seat");
    }

    @Test
    void what_has_no_name_is_nothing() {
        for (var nameless : List.<Runnable>of(() -> new ServiceId(" "), () -> new PractitionerId(""))) {
            refuses(nameless, "has an id");
        }
    }

    private static void refuses(Runnable making, String words) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(words);
    }
}
