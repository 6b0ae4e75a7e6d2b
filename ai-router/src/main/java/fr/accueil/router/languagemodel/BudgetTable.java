package fr.accueil.router.languagemodel;

import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.YearMonth;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Table `model_usage`: what each business's model calls cost in a month. All calls of a business share a row, and
/// would
/// wait for each other's commit to reach the disk; they do not: a crash of PostgreSQL forgets what the last instants
/// cost.
class BudgetTable implements Budget {

    private final TenantTransaction transaction;
    private final DatabaseClient database;
    private final BudgetSettings settings;

    BudgetTable(TenantTransaction transaction, DatabaseClient database, BudgetSettings settings) {
        this.transaction = transaction;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Mono<Boolean> reserve(TenantId tenant, YearMonth month, long microEuros) {
        if (settings.monthlyCalls() == 0 || microEuros > settings.monthlyMicroEuros()) {
            return Mono.just(false);
        }
        return database.sql("""
                        insert into model_usage (tenant, month, calls, input_tokens, output_tokens, micro_euros)
                        values (:tenant, :month, 1, 0, 0, :cost)
                        on conflict (tenant, month) do update
                        set calls = model_usage.calls + 1, micro_euros = model_usage.micro_euros + :cost
                        where model_usage.calls < :calls and model_usage.micro_euros + :cost <= :euros""")
                .bind("tenant", tenant.value())
                .bind("month", month.atDay(1))
                .bind("cost", microEuros)
                .bind("calls", settings.monthlyCalls())
                .bind("euros", settings.monthlyMicroEuros())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .as(it -> transaction.in(tenant, unhurried().then(it)));
    }

    @Override
    public Mono<Void> settle(TenantId tenant, YearMonth month, long inputTokens, long outputTokens, long difference) {
        return database.sql("""
                        update model_usage set input_tokens = input_tokens + :input,
                          output_tokens = output_tokens + :output, micro_euros = micro_euros + :difference
                        where tenant = :tenant and month = :month""")
                .bind("input", inputTokens)
                .bind("output", outputTokens)
                .bind("difference", difference)
                .bind("tenant", tenant.value())
                .bind("month", month.atDay(1))
                .then()
                .as(it -> transaction.in(tenant, unhurried().then(it)));
    }

    private Mono<Void> unhurried() {
        return database.sql("set local synchronous_commit = off").then();
    }
}
