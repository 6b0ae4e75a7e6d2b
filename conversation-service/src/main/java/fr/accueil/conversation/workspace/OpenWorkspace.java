package fr.accueil.conversation.workspace;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Memberships;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.conversation.team.SignedIn;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Opens a workspace for somebody who thereby owns it.
@Component
class OpenWorkspace {

    /// Of ids that are computed from who opens and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("5f1c3a52-8d0e-5b7a-9c1d-2a6e4f80b913");

    private static final int AT_MOST = 20;

    private final TenantTransaction transaction;
    private final SaveTenant tenants;
    private final SaveMember members;
    private final Memberships memberships;
    private final AuditLog audit;
    private final Counter opened;

    OpenWorkspace(
            TenantTransaction transaction,
            SaveTenant tenants,
            SaveMember members,
            Memberships memberships,
            AuditLog audit,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.members = members;
        this.memberships = memberships;
        this.audit = audit;
        this.opened = Counter.builder("accueil.workspaces.opened")
                .description("Workspaces that somebody opened by themselves")
                .register(meters);
    }

    /// @param key of idempotency: the same person and key give the same workspace, however often it is sent
    Mono<Tenant> open(JwtAuthenticationToken token, OpenRequest request, @Nullable String key) {
        var subject = token.getName();
        var id = TenantId.of(key == null ? Ids.next() : Ids.computed(NAMESPACE, "workspace", subject, key));
        var tenant = new Tenant(id, request.name().strip(), request.vertical(), request.timeZone(), true);
        return memberships.count(subject).flatMap(count -> {
            var owner = SignedIn.of(token).as(id, Role.OWNER);
            return count >= AT_MOST ? Mono.error(new TooManyWorkspaces()) : open(tenant, owner);
        });
    }

    private Mono<Tenant> open(Tenant tenant, Member owner) {
        return transaction.in(
                tenant.id(),
                tenants.open(tenant, owner.subject())
                        .flatMap(isNew -> isNew
                                ? members.save(owner)
                                        .then(Mono.defer(() -> audit.record(
                                                owner,
                                                Action.WORKSPACE_OPENED,
                                                tenant.id(),
                                                tenant.name(),
                                                null,
                                                Settings.of(tenant, 1))))
                                        .doOnSuccess(_ -> opened.increment())
                                        .thenReturn(tenant)
                                : Mono.just(tenant)));
    }
}
