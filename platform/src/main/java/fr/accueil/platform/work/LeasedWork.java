package fr.accueil.platform.work;

import fr.accueil.events.TenantId;
import java.util.UUID;

/// Work that is ours until its lease ends.
///
/// @param key what it is about, for example a conversation; one key is never worked on twice at once
/// @param version grows each time the work is scheduled anew
/// @param attempts how often it failed so far
public record LeasedWork(
        TenantId tenant, String kind, String key, String payload, long version, int attempts, UUID lease) {}
