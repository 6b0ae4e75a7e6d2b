package fr.accueil.conversation.person;

import fr.accueil.conversation.membership.EndMembership;
import fr.accueil.conversation.team.LastOwner;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Memberships;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps the teams in step with what the sign-in provider says of a person: in each workspace of theirs once.
@Component
class FollowPerson {

    private static final Logger LOG = LoggerFactory.getLogger(FollowPerson.class);

    private static final String READER = "clerk";
    private static final UUID NAMESPACE = UUID.fromString("0b3f6c8e-4f5d-5a0e-8a55-6d2f1c7be914");

    private final Memberships memberships;
    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final SaveMember save;
    private final EndMembership end;

    FollowPerson(
            Memberships memberships, TenantTransaction transaction, Inbox inbox, SaveMember save, EndMembership end) {
        this.memberships = memberships;
        this.transaction = transaction;
        this.inbox = inbox;
        this.save = save;
        this.end = end;
    }

    /// @param id of the webhook, the same when it is sent again
    Mono<Void> hear(String id, PersonNews news) {
        return memberships
                .of(news.subject())
                .flatMapMany(Flux::fromIterable)
                .concatMap(member -> transaction
                        .in(member.tenant(), once(id, member, apply(news, member)))
                        .onErrorResume(LastOwner.class, _ -> keep(member)))
                .then();
    }

    private Mono<Void> once(String id, Member member, Mono<Void> effect) {
        var event = Ids.computed(NAMESPACE, READER, id, member.tenant().toString());
        return inbox.first(READER, event).flatMap(first -> first ? effect : Mono.<Void>empty());
    }

    private Mono<Void> apply(PersonNews news, Member member) {
        return switch (news) {
            case PersonNews.Updated(var subject, var name, var email, var at) ->
                save.rename(member.tenant(), subject, name, email, at);
            case PersonNews.Deleted(var subject) -> end.end(member, subject);
        };
    }

    private static Mono<Void> keep(Member member) {
        LOG.warn(
                "The last owner of workspace {} has no account any more; the membership is kept until somebody decides",
                member.tenant());
        return Mono.empty();
    }
}
