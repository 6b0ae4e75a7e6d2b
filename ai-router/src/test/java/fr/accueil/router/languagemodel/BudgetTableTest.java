package fr.accueil.router.languagemodel;

import static fr.accueil.platform.database.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.testing.InfrastructureInitializer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/// The books in a real PostgreSQL, under row-level security.
class BudgetTableTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final long EURO = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext context;
    private static TenantTransaction transaction;
    private static DatabaseClient database;

    private final TenantId tenant = TenantId.of(Ids.next());

    @BeforeAll
    static void open() {
        context = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .initializers(new InfrastructureInitializer())
                .run();
        transaction = context.getBean(TenantTransaction.class);
        database = context.getBean("databaseClient", DatabaseClient.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void a_reservation_is_set_right_when_the_call_is_over() {
        var budget = budget("1", 10);

        assertThat(budget.reserve(tenant, MARCH, 5_000).block(PATIENCE)).isTrue();
        budget.settle(tenant, MARCH, 1_200, 80, -3_800).block(PATIENCE);
        assertThat(budget.reserve(tenant, MARCH, 5_000).block(PATIENCE)).isTrue();

        assertThat(row(tenant)).isEqualTo(Map.of("calls", 2L, "input", 1_200L, "output", 80L, "euros", 6_200L));
    }

    @Test
    void many_calls_at_once_cannot_overdraw() {
        var budget = budget("1", 1_000);

        var granted = Flux.range(0, 50)
                .flatMap(_ -> budget.reserve(tenant, MARCH, EURO / 10), 16)
                .filter(it -> it)
                .count()
                .block(PATIENCE);

        assertThat(granted).isEqualTo(10);
        assertThat(row(tenant)).containsEntry("euros", EURO).containsEntry("calls", 10L);
    }

    @Test
    void calls_are_limited_where_no_price_is_known() {
        var budget = budget("1", 2);

        var granted = Flux.range(0, 5)
                .concatMap(_ -> budget.reserve(tenant, MARCH, 0))
                .collectList()
                .block(PATIENCE);

        assertThat(granted).containsExactly(true, true, false, false, false);
    }

    @Test
    void a_new_month_and_another_business_have_a_budget_of_their_own() {
        var budget = budget("1", 1);
        budget.reserve(tenant, MARCH, 0).block(PATIENCE);

        assertThat(budget.reserve(tenant, MARCH, 0).block(PATIENCE)).isFalse();
        assertThat(budget.reserve(tenant, MARCH.plusMonths(1), 0).block(PATIENCE))
                .isTrue();
        assertThat(budget.reserve(TenantId.of(Ids.next()), MARCH, 0).block(PATIENCE))
                .isTrue();
    }

    @Test
    void a_budget_of_nothing_grants_nothing() {
        assertThat(budget("0", 10).reserve(tenant, MARCH, 1).block(PATIENCE)).isFalse();
        assertThat(budget("1", 0).reserve(tenant, MARCH, 0).block(PATIENCE)).isFalse();
    }

    @Test
    void no_business_sees_anothers_books() {
        budget("1", 10).reserve(tenant, MARCH, 5_000).block(PATIENCE);

        var seen = database.sql("select count(*) as seen from model_usage")
                .map(row -> required(row, "seen", Long.class))
                .one()
                .as(it -> transaction.in(TenantId.of(Ids.next()), it))
                .block(PATIENCE);

        assertThat(seen).isZero();
    }

    private static BudgetTable budget(String euros, long calls) {
        return new BudgetTable(transaction, database, new BudgetSettings(new BigDecimal(euros), calls, null, null));
    }

    private static Map<String, Long> row(TenantId tenant) {
        var row = database.sql("select * from model_usage")
                .map(it -> Map.of(
                        "calls", required(it, "calls", Long.class),
                        "input", required(it, "input_tokens", Long.class),
                        "output", required(it, "output_tokens", Long.class),
                        "euros", required(it, "micro_euros", Long.class)))
                .one()
                .as(it -> transaction.in(tenant, it))
                .block(PATIENCE);
        if (row == null) {
            throw new AssertionError("there are no books");
        }
        return row;
    }

    @Configuration
    @EnableAutoConfiguration
    static class Database {}
}
