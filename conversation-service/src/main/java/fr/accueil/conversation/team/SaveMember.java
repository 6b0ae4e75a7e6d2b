package fr.accueil.conversation.team;

import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /// What the sign-in provider says of somebody, if they are in the team. It comes in no order: what is older than
    /// what was heard already changes nothing.
    ///
    /// @param name null when it says none
    /// @param email null when it says none
    /// @param at when it changed there
    public Mono<Void> rename(
            TenantId tenant, String subject, @Nullable String name, @Nullable String email, Instant at) {
        var renamed = members.find(subject)
                .map(it -> new Member(
                        tenant,
                        subject,
                        Objects.requireNonNullElse(name, it.name()),
                        Objects.requireNonNullElse(email, it.email()),
                        it.role()));
        return transaction.in(
                tenant,
                members.hear(subject, at).flatMap(isNews -> isNews ? renamed.flatMap(this::save) : Mono.<Void>empty()));
    }

    private Mono<Void> saveAndTell(Member member) {
        return members.save(member).then(Mono.defer(() -> topic.belongs(member)));
    }
}
