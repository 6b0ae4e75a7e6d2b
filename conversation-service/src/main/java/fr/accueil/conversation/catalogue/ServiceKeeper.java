package fr.accueil.conversation.catalogue;

import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import reactor.core.publisher.Mono;

/// Who keeps services by their id, and lets go of one that is no longer offered, in the transaction that deletes it.
/// Filled by who says which practitioner does what.
public interface ServiceKeeper {

    Mono<Void> letGo(TenantId tenant, ServiceId gone);
}
