package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves a service, and tells the other services of ours when it is not as they know it.
@Component
public class SaveServices {

    private final TenantTransaction transaction;
    private final Services services;
    private final WorkspaceTopics topics;

    SaveServices(TenantTransaction transaction, Services services, WorkspaceTopics topics) {
        this.transaction = transaction;
        this.services = services;
        this.topics = topics;
    }

    public Mono<Void> save(ServiceSaved service) {
        var known = services.lock(service.service()).filter(service::equals).hasElement();
        return transaction.in(
                service.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(service)));
    }

    private Mono<Void> saveAndTell(ServiceSaved service) {
        return services.save(service)
                .then(Mono.defer(() -> topics.tell(
                        Topic.SERVICES, service.tenant(), service.service().toString(), service)));
    }
}
