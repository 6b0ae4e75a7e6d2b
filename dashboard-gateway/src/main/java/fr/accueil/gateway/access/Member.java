package fr.accueil.gateway.access;

import fr.accueil.events.TenantId;
import java.time.Instant;

/// A person in a workspace of theirs, for as long as the token says.
public record Member(TenantId tenant, String subject, Instant until) {}
