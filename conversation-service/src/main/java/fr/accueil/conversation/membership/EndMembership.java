package fr.accueil.conversation.membership;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.ConversationCommand.LoseLeader;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.team.ChangeTeam;
import fr.accueil.conversation.team.LastOwner;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Teammate;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends somebody's membership. What they led is given to nobody and awaits a person: the assistant would else speak
/// again where a person had taken over on purpose.
@Component
public class EndMembership {

    private final TenantTransaction transaction;
    private final ChangeTeam team;
    private final Conversations conversations;
    private final ChangeConversation change;
    private final AuditLog audit;

    EndMembership(
            TenantTransaction transaction,
            ChangeTeam team,
            Conversations conversations,
            ChangeConversation change,
            AuditLog audit) {
        this.transaction = transaction;
        this.team = team;
        this.conversations = conversations;
        this.change = change;
        this.audit = audit;
    }

    /// @param by who ends it: an owner, or the person
    /// @param subject whose membership of the same workspace ends
    /// @throws LastOwner (as an error) when nobody else owns the workspace
    public Mono<Void> end(Member by, String subject) {
        return transaction.in(
                by.tenant(),
                team.remove(by.tenant(), subject)
                        .flatMap(gone -> giveUpLead(subject).then(Mono.defer(() -> record(by, gone)))));
    }

    private Mono<Void> giveUpLead(String subject) {
        return conversations
                .lockLedBy(subject)
                .flatMapMany(Flux::fromIterable)
                .concatMap(led -> change.change(led, new LoseLeader(subject), null))
                .then();
    }

    private Mono<Void> record(Member by, Teammate gone) {
        var member = gone.member();
        return audit.record(by, Action.MEMBER_REMOVED, member.subject(), member.name(), MemberView.of(gone, 0), null);
    }
}
