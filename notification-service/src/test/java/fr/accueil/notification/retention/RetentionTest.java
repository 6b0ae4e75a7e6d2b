package fr.accueil.notification.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What was sent longer ago than the business keeps it goes from here too.
class RetentionTest extends ServiceTest {

    @Autowired
    RetentionWorker worker;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void what_is_settled_and_old_goes_and_what_is_young_stays() {
        var marie = customer();
        var message = marie.isAnsweredBySophie("À demain !");
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        eventually().until(() -> settled(marie) == 1);

        worker.deleteSome(CAMELIA, Duration.ofDays(30));
        assertThat(settled(marie)).isEqualTo(1);

        worker.deleteSome(CAMELIA, Duration.ofSeconds(-5));
        assertThat(settled(marie)).isZero();
    }

    private long settled(Customer customer) {
        return transaction
                .in(
                        customer.tenant(),
                        database.sql("select count(*) from message where conversation = :conversation and settled")
                                .bind("conversation", customer.conversation().value())
                                .mapValue(Long.class)
                                .one())
                .blockOptional()
                .orElseThrow();
    }
}
