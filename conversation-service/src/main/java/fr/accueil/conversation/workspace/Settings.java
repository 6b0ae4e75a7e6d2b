package fr.accueil.conversation.workspace;

import fr.accueil.conversation.tenant.Address;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.WorkspaceEvent.Vertical;
import org.jspecify.annotations.Nullable;

/// The business as its settings page shows it.
///
/// @param vertical the trade
/// @param timeZone IANA name
/// @param formal whether the assistant says *vous*
/// @param address null while nobody has said it
/// @param signature under what the assistant writes first in a conversation; null for none
/// @param version to be named by who changes it
public record Settings(
        String name,
        Vertical vertical,
        String timeZone,
        boolean formal,
        @Nullable Address address,
        @Nullable String signature,
        long version) {

    static Settings of(Versioned<Tenant> known) {
        return of(known.value(), known.version());
    }

    static Settings of(Tenant tenant, long version) {
        return new Settings(
                tenant.name(),
                tenant.vertical(),
                tenant.timeZone(),
                tenant.formal(),
                tenant.address(),
                tenant.signature(),
                version);
    }
}
