package fr.accueil.gateway.access;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Who belongs to which workspace: a local copy of `workspace.team`.
@Component
class Memberships {

    private final Map<String, MemberSaved> members = new ConcurrentHashMap<>();
    private final Map<String, Sinks.Empty<Void>> awaited = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final CompactedCopy copy;

    Memberships(CompactedCopies copies, ApplicationEventPublisher events) {
        this.events = events;
        this.copy = copies.follow(Topic.TEAM, this::apply);
    }

    boolean areKnown() {
        return copy.ready();
    }

    /// @throws TeamUnknown until the copy has been read once
    boolean has(TenantId tenant, String subject) {
        if (!areKnown()) {
            throw new TeamUnknown();
        }
        return members.containsKey(keyOf(tenant, subject));
    }

    /// Null for who is no member.
    @Nullable
    Role roleOf(TenantId tenant, String subject) {
        var member = members.get(keyOf(tenant, subject));
        return member == null ? null : member.role();
    }

    /// Ends when the gateway knows this person as a member there; may never.
    Mono<Void> await(TenantId tenant, String subject) {
        return Mono.defer(() -> {
            var key = keyOf(tenant, subject);
            var heard = awaited.computeIfAbsent(key, _ -> Sinks.empty());
            // Looked at after it is waited for, so that nothing falls between.
            return members.containsKey(key)
                    ? Mono.<Void>empty()
                    : heard.asMono().doFinally(_ -> awaited.remove(key, heard));
        });
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            forget(key);
        } else if (envelope.data() instanceof MemberSaved member) {
            var known = keyOf(member.tenant(), member.subject());
            members.put(known, member);
            var heard = awaited.remove(known);
            if (heard != null) {
                heard.tryEmitEmpty();
            }
        }
    }

    private void forget(String key) {
        var gone = members.remove(key);
        if (gone != null) {
            events.publishEvent(new MembershipEnded(gone.tenant(), gone.subject()));
        }
    }

    private static String keyOf(TenantId tenant, String subject) {
        return tenant + ":" + subject;
    }
}
