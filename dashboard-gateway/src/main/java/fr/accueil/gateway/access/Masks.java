package fr.accueil.gateway.access;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From whom customers' phone numbers are hidden: from agents, where the business wants it so. A local copy of
/// `workspace.tenants`.
@Component
public class Masks {

    private final Set<TenantId> masked = ConcurrentHashMap.newKeySet();
    private final Memberships memberships;

    Masks(CompactedCopies copies, Memberships memberships) {
        this.memberships = memberships;
        copies.follow(Topic.TENANTS, this::apply);
    }

    /// As it is now: the option and the role may change while somebody watches.
    public boolean areFor(Member member) {
        return masked.contains(member.tenant()) && memberships.roleOf(member.tenant(), member.subject()) != Role.OWNER;
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope != null && envelope.data() instanceof TenantSaved saved && saved.phonesMasked()) {
            masked.add(saved.tenant());
        } else {
            masked.remove(TenantId.of(key));
        }
    }
}
