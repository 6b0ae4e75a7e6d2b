package fr.accueil.notification.checks;

import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.checks.AccountChecks.Checked;
import fr.accueil.notification.publishing.Announce;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.secrets.Secrets.UnreadableSecret;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tries credentials at Twilio and tells what came of it: once each time somebody asks, whatever comes of it.
@Component
class ChecksWorker implements WorkHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AFTERWARDS = Duration.ofSeconds(15);

    private final AccountChecks checks;
    private final PendingChecks pending;
    private final Secrets secrets;
    private final Announce announce;
    private final WorkQueue work;
    private final TenantTransaction transaction;

    ChecksWorker(
            AccountChecks checks,
            PendingChecks pending,
            Secrets secrets,
            Announce announce,
            WorkQueue work,
            TenantTransaction transaction) {
        this.checks = checks;
        this.pending = pending;
        this.secrets = secrets;
        this.announce = announce;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return RequestCheck.KIND;
    }

    @Override
    public Duration lease() {
        return PATIENCE.plus(AFTERWARDS);
    }

    @Override
    public int concurrency() {
        return 4;
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var tenant = leased.tenant();
        return transaction
                .in(tenant, pending.find(tenant, ChannelId.of(leased.key())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(asked -> asked.map(request -> check(leased, request))
                        .orElseGet(() ->
                                transaction.in(tenant, work.finish(leased)).then()));
    }

    private Mono<Void> check(LeasedWork leased, CheckChannel request) {
        return check(leased.tenant(), request)
                .flatMap(checked -> transaction.in(leased.tenant(), tell(leased, request, checked)));
    }

    private Mono<Checked> check(TenantId tenant, CheckChannel request) {
        return Mono.fromCallable(() -> opened(tenant, request))
                .flatMap(channel -> checks.check(channel, request.messagingServiceSid()))
                .timeout(PATIENCE, Mono.fromSupplier(ChecksWorker::unanswered))
                .onErrorResume(UnreadableSecret.class, _ -> Mono.fromSupplier(ChecksWorker::unreadable));
    }

    private Channel opened(TenantId tenant, CheckChannel request) {
        var token = secrets.decrypt(request.authToken(), tenant, request.channel());
        return new Channel(request.channel(), tenant, "", request.accountSid(), List.of(token));
    }

    private static Checked unanswered() {
        return Checked.without(AccountAccess.UNKNOWN, "Twilio ne répond pas pour le moment.");
    }

    private static Checked unreadable() {
        return Checked.without(AccountAccess.UNKNOWN, "Le jeton ne se lit plus ici : enregistrez-le de nouveau.");
    }

    private Mono<Void> tell(LeasedWork leased, CheckChannel request, Checked checked) {
        var tenant = leased.tenant();
        var fact = new ChannelChecked(
                request.channel(),
                request.revision(),
                checked.access(),
                checked.accountName(),
                checked.senders(),
                checked.problem());
        return announce.announce(Topic.CHANNEL_FACTS, request.channel().toString(), tenant, null, fact)
                .then(Mono.defer(() -> pending.delete(tenant, request)))
                .then(Mono.defer(() -> work.finish(leased)))
                .then();
    }
}
