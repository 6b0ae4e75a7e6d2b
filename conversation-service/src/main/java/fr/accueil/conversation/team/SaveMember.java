package fr.accueil.conversation.team;

import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves one of the team, and tells the other services when they know the person otherwise or not at all.
@Component
public class SaveMember {

    private final TenantTransaction transaction;
    private final Members members;
    private final WorkspaceTopics topics;

    SaveMember(TenantTransaction transaction, Members members, WorkspaceTopics topics) {
        this.transaction = transaction;
        this.members = members;
        this.topics = topics;
    }

    public Mono<Void> save(Member member) {
        var known = members.find(member.subject()).filter(member::equals).hasElement();
        return transaction.in(member.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(member)));
    }

    private Mono<Void> saveAndTell(Member member) {
        var key = member.tenant() + ":" + member.subject();
        var saved = new MemberSaved(member.tenant(), member.subject(), member.name(), member.email(), member.role());
        return members.save(member).then(Mono.defer(() -> topics.tell(Topic.TEAM, member.tenant(), key, saved)));
    }
}
