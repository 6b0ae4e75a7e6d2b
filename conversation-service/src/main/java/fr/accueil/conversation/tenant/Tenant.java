package fr.accueil.conversation.tenant;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Vertical;
import org.jspecify.annotations.Nullable;

/// A business.
///
/// @param timeZone IANA name
/// @param formal whether it says *vous* to its customers
/// @param address null while nobody has said it
/// @param signature under what the assistant writes first in a conversation; null for none
public record Tenant(
        TenantId id,
        String name,
        Vertical vertical,
        String timeZone,
        boolean formal,
        @Nullable Address address,
        @Nullable String signature) {

    public Tenant(TenantId id, String name, Vertical vertical, String timeZone, boolean formal) {
        this(id, name, vertical, timeZone, formal, null, null);
    }
}
