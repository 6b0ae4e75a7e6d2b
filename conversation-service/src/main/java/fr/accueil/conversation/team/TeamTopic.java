package fr.accueil.conversation.team;

import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells the other services who belongs to a business, in the transaction that says so.
@Component
class TeamTopic {

    private final WorkspaceTopics workspace;
    private final Outbox outbox;

    TeamTopic(WorkspaceTopics workspace, Outbox outbox) {
        this.workspace = workspace;
        this.outbox = outbox;
    }

    Mono<Void> belongs(Member member) {
        var saved = new MemberSaved(member.tenant(), member.subject(), member.name(), member.email(), member.role());
        return workspace.tell(Topic.TEAM, member.tenant(), keyOf(member), saved);
    }

    /// What is open for them there ends with it.
    Mono<Void> left(Member member) {
        return outbox.tombstone(Topic.TEAM, keyOf(member), member.tenant());
    }

    private static String keyOf(Member member) {
        return member.tenant() + ":" + member.subject();
    }
}
