package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// WhatsApp does not promise to keep the order of messages that are under way together: the next one goes when the
/// phone
/// has the one before it.
class OrderTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @CsvSource({"delivered,", "read,", "undelivered,63016"})
    void the_next_one_waits_until_the_phone_has_the_one_before_or_never_will(String status, String code) {
        var marie = customer();
        marie.isAnsweredBySophie("Un");
        isUnderWayForLong(marie);
        var waits = waits();
        marie.isAnsweredBySophie("Deux");
        eventually().until(() -> waits() > waits);

        marie.isReported(first(marie), "sent");
        eventually().until(() -> marie.told().size() == 2);
        assertThat(bodies(marie)).containsExactly("Un");

        marie.isReported(first(marie), status, code);
        eventually().until(() -> bodies(marie).size() == 2);
        assertThat(bodies(marie)).containsExactly("Un", "Deux");
    }

    @Test
    void another_customer_waits_for_nobody() {
        var marie = customer();
        var luc = customer();
        marie.isAnsweredBySophie("Un");
        isUnderWayForLong(marie);

        luc.isAnsweredBySophie("Un");

        eventually().until(() -> bodies(luc).size() == 1);
    }

    @Test
    void a_phone_that_is_off_holds_nobody_up() {
        var marie = customer();

        List.of("Un", "Deux", "Trois").forEach(marie::isAnsweredBySophie);

        eventually().until(() -> marie.told().size() == 3);
        assertThat(bodies(marie)).containsExactly("Un", "Deux", "Trois");
    }

    /// As if it had been begun much later: patience with it does not end during a test.
    private void isUnderWayForLong(Customer customer) {
        eventually().until(() -> customer.told().size() == 1);
        transaction
                .in(
                        CAMELIA,
                        database.sql("update attempt set started_at = :later where recipient = :recipient")
                                .bind("later", Instant.now().plus(Duration.ofHours(1)))
                                .bind("recipient", customer.address())
                                .then())
                .block(Duration.ofSeconds(10));
    }

    private double waits() {
        return meters.counter("accueil.send.waits", "for", "order").count();
    }

    private static Posted first(Customer customer) {
        return TWILIO.posted(customer.address()).getFirst();
    }

    private static List<String> bodies(Customer customer) {
        return TWILIO.posted(customer.address()).stream().map(Posted::body).toList();
    }
}
