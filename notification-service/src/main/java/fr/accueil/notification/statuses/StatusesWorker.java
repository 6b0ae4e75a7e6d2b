package fr.accueil.notification.statuses;

import fr.accueil.events.ChannelId;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.statuses.StatusLists.NotListed;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks for one channel's statuses when it is due, and sets when it is due next.
@Component
class StatusesWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(StatusesWorker.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTERWARDS = Duration.ofSeconds(15);

    private final StatusSettings settings;
    private final AskForStatuses statuses;
    private final Channels channels;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;

    StatusesWorker(
            StatusSettings settings,
            AskForStatuses statuses,
            Channels channels,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock) {
        this.settings = settings;
        this.statuses = statuses;
        this.channels = channels;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RequestStatuses.KIND;
    }

    @Override
    public Duration lease() {
        return settings.patience().plus(AFTERWARDS);
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    /// Of a channel that is gone, nothing is asked any more.
    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var known = channels.find(leased.tenant(), ChannelId.of(leased.key()));
        if (known.isPresent()) {
            return ask(known.get(), RequestStatuses.wanted(leased)).flatMap(next -> postpone(leased, next));
        }
        return channels.ready()
                ? transaction.in(leased.tenant(), work.finish(leased)).then()
                : postpone(leased, in(SOON));
    }

    /// @return when to ask again
    private Mono<Instant> ask(Channel channel, Instant wanted) {
        return statuses.ask(channel, wanted)
                .map(asked -> asked < settings.most() ? regular(wanted) : in(SOON))
                .onErrorResume(e -> e instanceof NotListed || e instanceof TimeoutException, e -> {
                    log.warn("What became of the messages of channel {} is not known: {}", channel.id(), e.toString());
                    return Mono.just(in(settings.retry()));
                });
    }

    private Instant regular(Instant wanted) {
        var next = in(settings.every());
        return wanted.isAfter(clock.instant()) && wanted.isBefore(next) ? wanted : next;
    }

    private Instant in(Duration pause) {
        var jittered = pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1);
        return clock.instant().plusMillis((long) jittered);
    }

    private Mono<Void> postpone(LeasedWork leased, Instant next) {
        return transaction.in(leased.tenant(), work.postpone(leased, next));
    }
}
