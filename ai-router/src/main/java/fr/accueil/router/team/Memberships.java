package fr.accueil.router.team;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who belongs to which workspace: a local copy of `workspace.team`.
@Component
class Memberships {

    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final CompactedCopy copy;

    Memberships(CompactedCopies copies) {
        this.copy = copies.follow(Topic.TEAM, this::apply);
    }

    /// @throws TeamUnknown until the copy has been read once
    boolean has(TenantId tenant, String subject) {
        if (!copy.ready()) {
            throw new TeamUnknown();
        }
        return members.contains(keyOf(tenant, subject));
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            members.remove(key);
        } else if (envelope.data() instanceof MemberSaved member) {
            members.add(keyOf(member.tenant(), member.subject()));
        }
    }

    private static String keyOf(TenantId tenant, String subject) {
        return tenant + ":" + subject;
    }
}
