package fr.accueil.conversation.contact;

import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.TenantId;
import fr.accueil.platform.secrets.Secrets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Who was erased, as HMACs and since when: what happened before must not be heard again, whichever way it
/// comes. All of it in the tenant's open transaction.
@Repository
public class ErasedCustomers {

    private final DatabaseClient database;
    private final Secrets secrets;

    ErasedCustomers(DatabaseClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /// Whether what happened in a conversation then is older than an erasure of its customer.
    public Mono<Boolean> cover(TenantId tenant, ConversationId conversation, Instant at) {
        return cover(tenant, Stream.of(conversation.toString()), at);
    }

    /// Whether the customer of a conversation was ever erased.
    public Mono<Boolean> know(TenantId tenant, ConversationId conversation) {
        return cover(tenant, conversation, Instant.EPOCH);
    }

    /// Whether what a customer wrote then is older than their erasure, under whatever they were known by.
    public Mono<Boolean> cover(TenantId tenant, Customer customer, Instant at) {
        return cover(
                tenant,
                Stream.of(customer.phone(), customer.externalUserId(), customer.address())
                        .filter(Objects::nonNull),
                at);
    }

    /// Remembers an erasure by all that the customer was known by.
    ///
    /// @param optedOutAt since when they wanted no messages; null when they did not say so
    public Mono<Void> remember(
            TenantId tenant, Set<String> identities, Instant erasedAt, @Nullable Instant optedOutAt) {
        return database.sql("""
                        insert into erased_identity (hmac, erased_at, opted_out_at)
                        select hmac, :at, :optedOutAt from unnest(:hmacs) hmac
                        on conflict (tenant, hmac) do update set
                          erased_at = greatest(erased_identity.erased_at, excluded.erased_at),
                          opted_out_at = excluded.opted_out_at
                        """)
                .bind("at", erasedAt)
                .bind("optedOutAt", Parameter.fromOrEmpty(optedOutAt, Instant.class))
                .bind(
                        "hmacs",
                        identities.stream()
                                .map(it -> secrets.pseudonymsWithin(tenant, it).getFirst())
                                .toArray(String[]::new))
                .then();
    }

    private Mono<Boolean> cover(TenantId tenant, Stream<String> identities, Instant at) {
        return database.sql("select exists (select from erased_identity where hmac = any(:hmacs) and erased_at >= :at)")
                .bind(
                        "hmacs",
                        identities
                                .flatMap(it -> secrets.pseudonymsWithin(tenant, it).stream())
                                .toArray(String[]::new))
                .bind("at", at)
                .mapValue(Boolean.class)
                .one();
    }
}
