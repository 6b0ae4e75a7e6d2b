package fr.accueil.conversation.team;

import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves one of the team, and tells the other services when they know the person otherwise or not at all.
@Component
public class SaveMember {

    private final TenantTransaction transaction;
    private final Members members;
    private final TeamTopic topic;

    SaveMember(TenantTransaction transaction, Members members, TeamTopic topic) {
        this.transaction = transaction;
        this.members = members;
        this.topic = topic;
    }

    public Mono<Void> save(Member member) {
        var known = members.find(member.subject()).filter(member::equals).hasElement();
        return transaction.in(member.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(member)));
    }

    private Mono<Void> saveAndTell(Member member) {
        return members.save(member).then(Mono.defer(() -> topic.belongs(member)));
    }
}
