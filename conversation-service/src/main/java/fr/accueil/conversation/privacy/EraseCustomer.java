package fr.accueil.conversation.privacy;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.contact.ErasedCustomers;
import fr.accueil.conversation.conversation.ConversationUnknown;
import fr.accueil.conversation.register.Register;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Erases a customer here in one transaction, and has the other services forget them too.
@Component
class EraseCustomer {

    static final String SERVICE = "conversation-service";

    /// Of ids that are computed from who erases and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("8c0d1b5e-97aa-5f3d-8a64-3b1c0de5f702");

    private final TenantTransaction transaction;
    private final Customers customers;
    private final ForgetCustomer forget;
    private final ErasedCustomers erased;
    private final Erasures erasures;
    private final ErasuresTopic topic;
    private final Register register;
    private final AuditLog audit;
    private final Clock clock;

    EraseCustomer(
            TenantTransaction transaction,
            Customers customers,
            ForgetCustomer forget,
            ErasedCustomers erased,
            Erasures erasures,
            ErasuresTopic topic,
            Register register,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.customers = customers;
        this.forget = forget;
        this.erased = erased;
        this.erasures = erasures;
        this.topic = topic;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param any one of the customer's conversations or bookings
    /// @param note why, as the law's register of requests wants it
    /// @param key of idempotency: the same person and key give the same erasure, however often it is sent
    Mono<Erasure> erase(Member member, ConversationId any, @Nullable String note, @Nullable String key) {
        var id = key == null
                ? Ids.next()
                : Ids.computed(NAMESPACE, "erasure", member.tenant().toString(), member.subject(), key);
        return transaction.in(
                member.tenant(),
                erasures.find(id)
                        .switchIfEmpty(Mono.defer(() -> customers
                                .lock(member.tenant(), any)
                                .flatMap(whom -> erase(member, whom, id, note))
                                .onErrorResume(
                                        ConversationUnknown.class,
                                        e -> erasures.find(id).switchIfEmpty(Mono.error(e))))));
    }

    private Mono<Erasure> erase(Member member, Whom whom, UUID id, @Nullable String note) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return erasures.insert(id, at, member.subject(), member.name(), note)
                .then(Mono.defer(() -> erase(whom, id, at)))
                .then(Mono.defer(() -> register.erased(member, id)))
                .then(Mono.defer(() -> audit.record(member, Action.CUSTOMER_ERASED, id, "Client effacé")))
                .then(Mono.defer(() -> erasures.find(id)));
    }

    private Mono<Void> erase(Whom whom, UUID id, Instant at) {
        return forget.forget(whom, id, at)
                .flatMap(stores -> erasures.report(id, SERVICE, at, stores))
                .then(Mono.defer(() -> erased.remember(whom.tenant(), whom.allNames(), at, whom.optedOutAt())))
                .then(Mono.defer(() -> topic.tell(whom, id, at)));
    }
}
