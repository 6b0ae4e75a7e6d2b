package fr.accueil.conversation.tenant;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Vertical;

/// A business.
///
/// @param timeZone IANA name
/// @param formal whether it says *vous* to its customers
public record Tenant(TenantId id, String name, Vertical vertical, String timeZone, boolean formal) {}
