package fr.accueil.gateway.access;

import fr.accueil.events.TenantId;

/// This person may no longer see this workspace. Said inside the gateway, to who holds something open for them.
public record MembershipEnded(TenantId tenant, String subject) {}
