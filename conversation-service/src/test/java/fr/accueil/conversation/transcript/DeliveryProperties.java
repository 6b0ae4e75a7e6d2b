package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChangeEvent.DeliveryStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The reducer of deliveries, whatever is heard, in whatever order, however often.
class DeliveryProperties {

    private static final Delivery ASKED = Delivery.queued(0);

    @Property
    void the_order_in_which_news_come_does_not_matter(@ForAll("heard") List<Delivery> heard, @ForAll Random random) {
        var shuffled = new ArrayList<>(heard);
        Collections.shuffle(shuffled, random);

        assertThat(fold(shuffled)).isEqualTo(fold(heard));
    }

    @Property
    void news_that_come_again_change_nothing(@ForAll("heard") List<Delivery> heard, @ForAll Random random) {
        var repeated = new ArrayList<>(heard);
        repeated.addAll(heard);
        Collections.shuffle(repeated, random);

        assertThat(fold(repeated)).isEqualTo(fold(heard));
    }

    @Property
    void news_kept_for_later_end_as_news_heard_in_time(
            @ForAll("heard") List<Delivery> early, @ForAll("heard") List<Delivery> late) {
        var together = new ArrayList<>(early);
        together.addAll(late);

        assertThat(fold(early).and(fold(late))).isEqualTo(fold(together));
    }

    @Property
    void what_has_arrived_never_is_anything_less_again(
            @ForAll("heard") List<Delivery> heard, @ForAll("delivery") Delivery next) {
        var before = fold(heard);
        var after = before.and(next);

        assertThat(after.round()).isEqualTo(Math.max(before.round(), next.round()));
        if (after.round() == before.round()) {
            assertThat(after.status()).isGreaterThanOrEqualTo(before.status());
        }
        if (hasArrived(before)) {
            assertThat(after.status()).isGreaterThanOrEqualTo(before.status());
        }
    }

    @Property
    void of_an_earlier_round_only_that_it_arrived_counts(
            @ForAll("heard") List<Delivery> heard, @ForAll("delivery") Delivery next) {
        var before = fold(heard);
        var after = before.and(next);

        if (next.round() < before.round() && !hasArrived(next)) {
            assertThat(after).isEqualTo(before);
        }
    }

    @Property
    void there_is_a_failure_with_a_refusal_and_only_then(@ForAll("heard") List<Delivery> heard) {
        var now = fold(heard);

        assertThat(now.failure() != null).isEqualTo(now.status() == DeliveryStatus.REFUSED);
        assertThat(now.resendable() && now.status() != DeliveryStatus.REFUSED).isFalse();
    }

    @Provide
    Arbitrary<List<Delivery>> heard() {
        return delivery().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Delivery> delivery() {
        var statuses = Arbitraries.of(DeliveryStatus.class).filter(it -> it != DeliveryStatus.RECEIVED);
        return Combinators.combine(Arbitraries.integers().between(0, 3), statuses, Arbitraries.of("a", "b"))
                .flatAs((round, status, failure) -> Arbitraries.of(true, false).map(resendable -> {
                    var refused = status == DeliveryStatus.REFUSED;
                    return new Delivery(round, status, refused ? failure : null, refused && resendable);
                }));
    }

    private static Delivery fold(List<Delivery> heard) {
        return heard.stream().reduce(ASKED, Delivery::and);
    }

    private static boolean hasArrived(Delivery delivery) {
        return delivery.status() == DeliveryStatus.DELIVERED || delivery.status() == DeliveryStatus.READ;
    }
}
