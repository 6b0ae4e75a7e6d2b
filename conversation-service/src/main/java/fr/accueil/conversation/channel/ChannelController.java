package fr.accueil.conversation.channel;

import fr.accueil.conversation.channel.ChannelFacts.Known;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.Sender;
import fr.accueil.conversation.tenant.Senders;
import fr.accueil.conversation.transcript.LastReceived;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest;
import fr.accueil.events.ChannelRequest.ListTemplates;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The business's channels, whether all is well with them, and what a person can ask to be looked at.
@RestController
@RequestMapping("/api/channels")
class ChannelController {

    private final TenantTransaction transaction;
    private final Senders senders;
    private final ChannelFacts facts;
    private final LastReceived lastReceived;
    private final RequestsTopic requests;
    private final Clock clock;

    ChannelController(
            TenantTransaction transaction,
            Senders senders,
            ChannelFacts facts,
            LastReceived lastReceived,
            RequestsTopic requests,
            Clock clock) {
        this.transaction = transaction;
        this.senders = senders;
        this.facts = facts;
        this.lastReceived = lastReceived;
        this.requests = requests;
        this.clock = clock;
    }

    @Operation(operationId = "listChannels", summary = "The channels, and how the way to and from them is")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping
    Mono<ChannelPage> list(Member member) {
        return transaction
                .inMany(member.tenant(), senders.findAll().concatMap(this::look))
                .collectList()
                .map(ChannelPage::new);
    }

    @Operation(
            operationId = "reconcileChannel",
            summary = "Compares with Twilio's list now; the result shows in the list")
    @Needs(Right.SEE_WORKSPACE)
    @PostMapping("/{id}/reconciliation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> reconcile(Member member, @PathVariable ChannelId id) {
        return ask(member, id, new ReconcileChannel(id));
    }

    @Operation(operationId = "refreshTemplates", summary = "Lists the templates at Twilio anew")
    @Needs(Right.SEE_WORKSPACE)
    @PostMapping("/{id}/templates/refresh")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> refreshTemplates(Member member, @PathVariable ChannelId id) {
        return ask(member, id, new ListTemplates(id));
    }

    private Mono<Void> ask(Member member, ChannelId id, ChannelRequest request) {
        return transaction.in(
                member.tenant(),
                senders.lock(id)
                        .switchIfEmpty(Mono.error(ChannelUnknown::new))
                        .flatMap(_ -> requests.ask(member.tenant(), id, request)));
    }

    private Mono<ChannelView> look(Sender sender) {
        return facts.find(sender.id())
                .flatMap(known -> lastReceived
                        .find(sender.id())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(last -> toView(sender, known, last)));
    }

    private ChannelView toView(Sender sender, Known known, Optional<Instant> last) {
        return new ChannelView(
                sender.id(),
                sender.address(),
                last.orElse(null),
                Assessment.signature(known.signature(), last.orElse(null)),
                Assessment.reconciliation(known, clock.instant()));
    }
}
