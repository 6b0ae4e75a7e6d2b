package fr.accueil.conversation.privacy;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.register.Register;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.events.BookingId;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gathers all that is held on a customer, and writes down who asked for it.
@Component
class ExportCustomer {

    private final TenantTransaction transaction;
    private final Customers customers;
    private final Holdings holdings;
    private final Tenants tenants;
    private final Register register;
    private final AuditLog audit;
    private final Clock clock;

    ExportCustomer(
            TenantTransaction transaction,
            Customers customers,
            Holdings holdings,
            Tenants tenants,
            Register register,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.customers = customers;
        this.holdings = holdings;
        this.tenants = tenants;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param any one of the customer's conversations or bookings
    Mono<CustomerExport> export(Member member, ConversationId any) {
        return transaction.in(
                member.tenant(),
                customers
                        .load(member.tenant(), any)
                        .delayUntil(whom -> written(member, whom, any))
                        .delayUntil(whom -> audit.record(member, Action.CUSTOMER_EXPORTED, any, whom.shownName()))
                        .flatMap(holdings::findAll)
                        .zipWith(
                                tenants.find(member.tenant()),
                                (all, tenant) -> CustomerExport.of(
                                        tenant.name(), ZoneId.of(tenant.timeZone()), clock.instant(), all)));
    }

    private Mono<Void> written(Member member, Whom whom, ConversationId any) {
        var entered = whom.entered();
        return entered == null
                ? register.exported(
                        member,
                        whom.conversations().contains(any)
                                ? any
                                : whom.conversations().getFirst())
                : register.exported(member, BookingId.of(entered.id()), entered.customerName());
    }
}
