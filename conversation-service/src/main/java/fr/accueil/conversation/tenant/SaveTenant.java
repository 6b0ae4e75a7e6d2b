package fr.accueil.conversation.tenant;

import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves a business, and tells the other services when it is not as they know it.
@Component
public class SaveTenant {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Upkeep upkeep;
    private final WorkspaceTopics topics;

    SaveTenant(TenantTransaction transaction, Tenants tenants, Upkeep upkeep, WorkspaceTopics topics) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.upkeep = upkeep;
        this.topics = topics;
    }

    public Mono<Void> save(Tenant tenant) {
        var known = tenants.find(tenant.id()).filter(tenant::equals).hasElement();
        return transaction.in(tenant.id(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(tenant)));
    }

    private Mono<Void> saveAndTell(Tenant tenant) {
        var saved = new TenantSaved(tenant.id(), tenant.name(), tenant.vertical(), tenant.timeZone(), tenant.formal());
        return tenants.save(tenant)
                .then(Mono.defer(() -> upkeep.begin(tenant.id())))
                .then(Mono.defer(() ->
                        topics.tell(Topic.TENANTS, tenant.id(), tenant.id().toString(), saved)));
    }
}
