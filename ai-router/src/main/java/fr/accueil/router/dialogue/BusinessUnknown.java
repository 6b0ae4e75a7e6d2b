package fr.accueil.router.dialogue;

import fr.accueil.events.TenantId;

/// A customer wrote to a business whose copy is not here yet.
class BusinessUnknown extends RuntimeException {

    BusinessUnknown(TenantId tenant) {
        super("nothing is known of tenant " + tenant);
    }
}
