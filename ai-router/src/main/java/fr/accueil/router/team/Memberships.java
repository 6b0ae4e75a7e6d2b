package fr.accueil.router.team;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who belongs to which workspace: a local copy of `workspace.team`.
@Component
class Memberships {

    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final CompactedCopy copy;

    Memberships(CompactedCopies copies) {
        this.copy = copies.follow(Topic.TEAM, this::apply);
    }

    /// Empty when they are not of it.
    ///
    /// @throws TeamUnknown until the copy has been read once
    Optional<Role> roleOf(TenantId tenant, String subject) {
        if (!copy.ready()) {
            throw new TeamUnknown();
        }
        return Optional.ofNullable(roles.get(keyOf(tenant, subject)));
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            roles.remove(key);
        } else if (envelope.data() instanceof MemberSaved member) {
            roles.put(keyOf(member.tenant(), member.subject()), member.role());
        }
    }

    private static String keyOf(TenantId tenant, String subject) {
        return tenant + ":" + subject;
    }
}
