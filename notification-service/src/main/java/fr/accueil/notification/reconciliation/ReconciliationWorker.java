package fr.accueil.notification.reconciliation;

import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.publishing.Announce;
import fr.accueil.notification.received.ForgetReceived;
import fr.accueil.notification.reconciliation.CompareChannel.NotCaughtUp;
import fr.accueil.notification.reconciliation.Window.Standing;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Compares one channel when it is due, says what came of it, and sets when it is due next.
@Component
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationWorker.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTERWARDS = Duration.ofSeconds(15);

    private final ReconciliationSettings settings;
    private final Reconciliations reconciliations;
    private final CompareChannel compare;
    private final Channels channels;
    private final ForgetReceived forget;
    private final Announce announce;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final Counter recovered;

    ReconciliationWorker(
            ReconciliationSettings settings,
            Reconciliations reconciliations,
            CompareChannel compare,
            Channels channels,
            ForgetReceived forget,
            Announce announce,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.reconciliations = reconciliations;
        this.compare = compare;
        this.channels = channels;
        this.forget = forget;
        this.announce = announce;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.recovered = Counter.builder("accueil.reconciliation.recovered")
                .description("Messages that reached us by comparison only")
                .register(meters);
    }

    @Override
    public String kind() {
        return RequestReconciliation.KIND;
    }

    @Override
    public Duration lease() {
        return settings.patience().plus(AFTERWARDS);
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var channel = ChannelId.of(leased.key());
        var known = channels.find(leased.tenant(), channel);
        if (known.isPresent()) {
            return compare(leased, known.get());
        }
        return channels.ready() ? transaction.in(leased.tenant(), forget(leased, channel)) : later(leased, SOON);
    }

    private Mono<Void> compare(LeasedWork leased, Channel channel) {
        return findStanding(channel)
                .map(standing -> Window.at(clock.instant(), standing, settings))
                .flatMap(window -> compare.compare(channel, window))
                .doOnNext(it -> recovered.increment(it.recovered()))
                .flatMap(comparison -> transaction.in(leased.tenant(), conclude(leased, channel, comparison)))
                .onErrorResume(NotCaughtUp.class, e -> {
                    log.info("The comparison of a channel waits: {}", e.getMessage());
                    return later(leased, SOON);
                });
    }

    private Mono<Standing> findStanding(Channel channel) {
        return transaction
                .in(channel.tenant(), reconciliations.findStanding(channel.tenant(), channel.id()))
                .defaultIfEmpty(Standing.NONE);
    }

    private Mono<Void> conclude(LeasedWork leased, Channel channel, Comparison comparison) {
        var now = clock.instant();
        if (comparison.recovered() > 0 || !comparison.isComplete()) {
            log.warn("Of channel {}: {}", channel.id(), comparison);
        }
        return save(channel, comparison)
                .then(announce.announce(
                        Topic.CHANNEL_FACTS,
                        channel.id().toString(),
                        channel.tenant(),
                        null,
                        toFact(channel, comparison)))
                .then(forget.forget(channel.tenant(), channel.id(), now.minus(settings.keep())))
                .then(reconciliations.findStanding(channel.tenant(), channel.id()))
                .flatMap(standing -> work.postpone(leased, next(standing, comparison, now)));
    }

    private Mono<Void> save(Channel channel, Comparison comparison) {
        return comparison.isComplete()
                ? reconciliations.saveComplete(
                        channel.tenant(), channel.id(), comparison.window().until())
                : reconciliations.saveMissing(channel.tenant(), channel.id(), comparison.missing());
    }

    private Instant next(Standing standing, Comparison comparison, Instant now) {
        if (!comparison.isComplete()) {
            return now.plus(jittered(settings.retry()));
        }
        var regular = now.plus(jittered(settings.every()));
        return standing.owed(comparison.window(), settings)
                .filter(it -> it.isBefore(regular))
                .orElse(regular);
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }

    private static ChannelReconciled toFact(Channel channel, Comparison comparison) {
        return new ChannelReconciled(
                channel.id(),
                comparison.window().from(),
                comparison.window().until(),
                comparison.listed(),
                comparison.recovered(),
                comparison.missing(),
                comparison.problem());
    }

    /// The channel is gone.
    private Mono<Void> forget(LeasedWork leased, ChannelId channel) {
        return reconciliations
                .delete(leased.tenant(), channel)
                .then(work.finish(leased))
                .then();
    }

    private Mono<Void> later(LeasedWork leased, Duration pause) {
        return transaction.in(
                leased.tenant(), work.postpone(leased, clock.instant().plus(pause)));
    }
}
