package fr.accueil.platform.database;

import fr.accueil.events.TenantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// The one way to a tenant's rows: a transaction that says whose they are, which row-level security reads.
public final class TenantTransaction {

    private static final Object KEY = TenantTransaction.class;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    TenantTransaction(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /// Opens a transaction, or joins the one that is open for the same tenant.
    ///
    /// @return what the work returns; an error rolls back
    /// @throws IllegalStateException (as an error) inside another tenant's transaction
    public <T> Mono<T> in(TenantId tenant, Mono<T> work) {
        return Mono.deferContextual(context -> joins(context, tenant)
                ? work
                : transaction.transactional(bind(tenant).then(work)).contextWrite(it -> it.put(KEY, tenant)));
    }

    public <T> Flux<T> inMany(TenantId tenant, Flux<T> work) {
        return Flux.deferContextual(context -> joins(context, tenant)
                ? work
                : transaction.transactional(bind(tenant).thenMany(work)).contextWrite(it -> it.put(KEY, tenant)));
    }

    private static boolean joins(ContextView context, TenantId tenant) {
        var open = context.getOrDefault(KEY, null);
        if (open != null && !open.equals(tenant)) {
            throw new IllegalStateException("a transaction of another tenant is open");
        }
        return open != null;
    }

    private Mono<Void> bind(TenantId tenant) {
        return database.sql("select set_config('accueil.tenant', :tenant, true)")
                .bind("tenant", tenant.toString())
                .then();
    }
}
