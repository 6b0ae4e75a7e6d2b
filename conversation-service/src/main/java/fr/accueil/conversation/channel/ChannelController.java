package fr.accueil.conversation.channel;

import fr.accueil.conversation.channel.ChannelFacts.Known;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.ChannelRefused;
import fr.accueil.conversation.tenant.Sender;
import fr.accueil.conversation.tenant.Senders;
import fr.accueil.conversation.transcript.HasAnswered;
import fr.accueil.conversation.transcript.LastReceived;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest;
import fr.accueil.events.ChannelRequest.ListTemplates;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The business's channels, whether all is well with them, and what a person can ask to be looked at.
@RestController
@EnableConfigurationProperties(ChannelSettings.class)
@RequestMapping("/api/channels")
class ChannelController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final TenantTransaction transaction;
    private final Senders senders;
    private final ChannelFacts facts;
    private final LastReceived lastReceived;
    private final RequestsTopic requests;
    private final HasAnswered hasAnswered;
    private final EditChannels edit;
    private final ChannelSettings settings;
    private final Clock clock;

    ChannelController(
            TenantTransaction transaction,
            Senders senders,
            ChannelFacts facts,
            LastReceived lastReceived,
            RequestsTopic requests,
            HasAnswered hasAnswered,
            EditChannels edit,
            ChannelSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.senders = senders;
        this.facts = facts;
        this.lastReceived = lastReceived;
        this.requests = requests;
        this.hasAnswered = hasAnswered;
        this.edit = edit;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(operationId = "listChannels", summary = "The channels, and how the way to and from them is")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping
    Mono<ChannelPage> list(Member member) {
        return transaction
                .inMany(member.tenant(), senders.findAll().concatMap(this::look))
                .collectList()
                .map(items -> new ChannelPage(items, settings.webhookUrl()));
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

    @Operation(
            operationId = "connectChannel",
            summary = "Enters a number's Twilio account, and has it checked at Twilio",
            description = "The same Idempotency-Key gives the same channel, however often it is sent.")
    @Needs(Right.MANAGE_CHANNELS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ChannelView> add(
            Member member,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid ConnectRequest request) {
        return edit.add(member, request, key).flatMap(id -> find(member, id));
    }

    @Operation(
            operationId = "changeChannel",
            summary = "Changes how a number is connected, and has it checked at Twilio",
            description = "Of a connected number only the token and the Messaging Service.")
    @Needs(Right.MANAGE_CHANNELS)
    @PutMapping("/{id}")
    Mono<ChannelView> change(Member member, @PathVariable ChannelId id, @RequestBody @Valid ConnectRequest request) {
        return edit.change(member, id, request).then(Mono.defer(() -> find(member, id)));
    }

    @Operation(
            operationId = "disconnectChannel",
            summary = "Takes a number away from the assistant; its conversations stay")
    @Needs(Right.MANAGE_CHANNELS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Member member, @PathVariable ChannelId id, @RequestParam long version) {
        return edit.remove(member, id, version);
    }

    @Operation(
            operationId = "checkChannel",
            summary = "Asks Twilio about the account and the number now; the result shows in the list")
    @Needs(Right.SEE_WORKSPACE)
    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> check(Member member, @PathVariable ChannelId id) {
        return edit.check(member, id);
    }

    private Mono<ChannelView> find(Member member, ChannelId id) {
        return transaction.in(member.tenant(), senders.lock(id).flatMap(this::look));
    }

    private Mono<Void> ask(Member member, ChannelId id, ChannelRequest request) {
        return transaction.in(
                member.tenant(),
                senders.lock(id)
                        .switchIfEmpty(Mono.error(ChannelRefused::unknown))
                        .flatMap(_ -> requests.ask(member.tenant(), id, request)));
    }

    private Mono<ChannelView> look(Sender sender) {
        return Mono.zip(
                        facts.find(sender.id()),
                        lastReceived.find(sender.id()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        hasAnswered.find(sender.id()))
                .map(it -> toView(sender, it.getT1(), it.getT2().orElse(null), it.getT3()));
    }

    private ChannelView toView(Sender sender, Known known, @Nullable Instant last, boolean hasAnswered) {
        var checklist = new Checklist(sender, known, last, hasAnswered, settings.webhookUrl());
        return new ChannelView(
                sender.id(),
                sender.state(),
                sender.address(),
                sender.accountSid(),
                sender.messagingServiceSid(),
                sender.version(),
                checklist.lines(),
                checklist.choices(),
                last,
                Assessment.signature(known.signature(), last),
                Assessment.reconciliation(known, clock.instant()));
    }
}
