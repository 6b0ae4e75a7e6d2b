package fr.accueil.conversation.invitation;

import fr.accueil.conversation.team.Me;
import fr.accueil.conversation.team.SignedIn;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where somebody is invited to.
@Component
public class OpenInvitations {

    private static final int AT_MOST = 20;

    private final TenantTransaction transaction;
    private final Invitations invitations;
    private final Tenants tenants;
    private final Clock clock;

    OpenInvitations(TenantTransaction transaction, Invitations invitations, Tenants tenants, Clock clock) {
        this.transaction = transaction;
        this.invitations = invitations;
        this.tenants = tenants;
        this.clock = clock;
    }

    /// None while it is not certain that the e-mail address is theirs.
    public Mono<List<Me.OpenInvitation>> of(SignedIn person) {
        return Mono.justOrEmpty(person.verifiedEmail())
                .flatMap(email -> invitations.findOpenEverywhere(email, clock.instant()))
                .flatMapMany(Flux::fromIterable)
                .take(AT_MOST)
                .concatMap(open -> transaction
                        .in(open.tenant(), tenants.find(open.tenant()))
                        .map(it -> new Me.OpenInvitation(it.name(), open.role(), open.invitedByName())))
                .collectList();
    }
}
