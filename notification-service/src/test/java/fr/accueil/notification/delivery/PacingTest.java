package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/// Nobody is called faster than WhatsApp allows, and nobody waits for what another one is slow at.
class PacingTest extends ServiceTest {

    private static final int BURST = 25;
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    MeterRegistry meters;

    @Test
    void one_customer_gets_so_many_in_a_row_and_then_one_each_time_in_order_and_without_a_failure() {
        var marie = customer();
        var texts = IntStream.range(0, BURST + 3).mapToObj(i -> "Message " + i).toList();

        texts.forEach(marie::isAnsweredBySophie);

        eventually().until(() -> marie.told().size() == texts.size());
        assertThat(marie.told()).extracting(it -> it.getClass().getSimpleName()).containsOnly("MessageAccepted");
        var posted = TWILIO.posted(marie.address());
        assertThat(posted).extracting(Posted::body).isEqualTo(texts);
        assertThat(Duration.between(
                        posted.getFirst().receivedAt(), posted.getLast().receivedAt()))
                .as("three more than a row, but for the time until the first one came in")
                .isGreaterThan(EVERY.multipliedBy(2));
    }

    @Test
    void a_senders_pace_holds_over_several_instances() {
        var settings = new PaceSettings(20, 1000, 45, Duration.ofSeconds(6));
        var instances = List.of(new Pacing(database, settings), new Pacing(database, settings));
        var channel = new Channel(
                ChannelId.of(Ids.next()), CAMELIA, "whatsapp:+33199000099", "AC" + "0".repeat(32), List.of("token"));
        var began = System.nanoTime();

        var turns = Flux.range(0, 60)
                .flatMap(
                        i -> transaction
                                .in(CAMELIA, instances.get(i % 2).takeTurn(CAMELIA, channel))
                                .map(wait -> Duration.ofNanos(System.nanoTime() - began)
                                        .plus(wait)),
                        8)
                .sort()
                .collectList()
                .block(Duration.ofSeconds(30));

        var last = Objects.requireNonNull(turns).getLast();
        assertThat(last).as("sixty turns, of which two in a row").isGreaterThan(Duration.ofMillis(57L * 1000 / 20));
        assertThat(turns).hasSize(60);
    }

    @Test
    void what_waits_for_its_senders_turn_goes_out_in_its_turn() {
        var customers = IntStream.range(0, 30).mapToObj(_ -> customer()).toList();

        customers.forEach(it -> it.isAnsweredBySophie("Bonjour"));

        eventually().until(() -> customers.stream().allMatch(it -> it.told().size() == 1));
        assertThat(customers)
                .allSatisfy(it -> assertThat(TWILIO.posted(it.address())).hasSize(1));
    }

    @Test
    void a_business_for_which_twilio_is_slow_leaves_the_others_quick() {
        var slow = business("whatsapp:+33199000051", 24);
        var quick = business("whatsapp:+33199000052", 6);
        TWILIO.takes(to -> isOf(slow, to) ? Duration.ofMillis(250) : Duration.ZERO);

        slow.forEach(it -> it.isAnsweredBySophie("Lent"));
        eventually()
                .until(() -> slow.stream()
                        .anyMatch(it -> !TWILIO.posted(it.address()).isEmpty()));
        quick.forEach(it -> it.isAnsweredBySophie("Rapide"));

        eventually().until(() -> quick.stream().allMatch(it -> it.told().size() == 1));
        assertThat(slow.stream().filter(it -> !it.told().isEmpty()))
                .as("the quick ones came long after, and are done long before")
                .hasSizeLessThan(slow.size() / 2);
        eventually().until(() -> slow.stream().allMatch(it -> it.told().size() == 1));
        TWILIO.takes(_ -> Duration.ZERO);
        assertThat(slow)
                .allSatisfy(it -> assertThat(TWILIO.posted(it.address())).hasSize(1));
    }

    @Test
    void credentials_that_are_not_valid_burn_no_messages_and_all_arrive_when_they_are() {
        var customers = business("whatsapp:+33199000053", 15);
        customers.forEach(it -> TWILIO.will(it.address(), Behaviour.refuse(401, 20003)));

        var messages =
                customers.stream().map(it -> it.isAnsweredBySophie("Bonjour")).toList();

        eventually().until(() -> customers.stream().allMatch(it -> !it.told().isEmpty()));
        assertThat(customers)
                .allSatisfy(it -> assertThat(it.told().getFirst().toString())
                        .contains("Les identifiants Twilio de ce numéro ne sont plus valables"));
        assertThat(customers.stream()
                        .mapToInt(it -> TWILIO.posted(it.address()).size())
                        .sum())
                .as("those that were under way at the first answer, and one at a time later")
                .isLessThan(customers.size());
        customers.forEach(it -> TWILIO.will(it.address(), Behaviour.take()));
        eventually()
                .until(() -> IntStream.range(0, customers.size())
                        .allMatch(i -> customers.get(i).toldOf(messages.get(i)).contains("MessageAccepted")));
        assertThat(customers)
                .allSatisfy(it -> assertThat(TWILIO.taken(it.address())).hasSize(1));
        assertThat(meters.counter("accueil.send.holds", "code", "20003").count())
                .isPositive();
    }

    private List<Customer> business(String address, int customers) {
        var tenant = TenantId.of(Ids.next());
        var channel = ChannelId.of(Ids.next());
        save(tenant, channel, address);
        var all = IntStream.range(0, customers)
                .mapToObj(_ -> new Customer(events, tenant, channel, customer().address()))
                .toList();
        eventually().untilAsserted(() -> {
            var first = new Customer(events, tenant, channel, customer().address());
            var message = first.isAnsweredBySophie("Essai");
            eventually().until(() -> !first.toldOf(message).isEmpty());
            assertThat(first.toldOf(message)).containsExactly("MessageAccepted");
        });
        return all;
    }

    private static boolean isOf(List<Customer> business, String to) {
        return business.stream().anyMatch(it -> it.address().equals(to));
    }
}
