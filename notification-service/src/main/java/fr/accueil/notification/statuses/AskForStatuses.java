package fr.accueil.notification.statuses;

import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.delivery.TakenAttempt;
import fr.accueil.notification.delivery.TakenAttempts;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks Twilio's list what became of the attempts without an end, and says what is news exactly as its callback would
/// have said it, under the same id: who folds callbacks folds this, and one that comes after all changes nothing.
@Component
class AskForStatuses {

    private static final URI SOURCE = URI.create("/notification-service");

    /// Between Twilio's clock and ours.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final StatusSettings settings;
    private final StatusLists lists;
    private final TakenAttempts attempts;
    private final Outbox outbox;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    AskForStatuses(
            StatusSettings settings,
            StatusLists lists,
            TakenAttempts attempts,
            Outbox outbox,
            TenantTransaction transaction,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.lists = lists;
        this.attempts = attempts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /// @param wanted what was last asked for earlier is asked for again
    /// @return how many attempts were asked for; nothing is called when there are none
    Mono<Integer> ask(Channel channel, Instant wanted) {
        var now = clock.instant();
        return transaction
                .in(channel.tenant(), findUnfinished(channel, wanted, now))
                .flatMap(unfinished -> unfinished.isEmpty()
                        ? Mono.just(0)
                        : ask(channel, unfinished, now).thenReturn(unfinished.size()));
    }

    private Mono<List<TakenAttempt>> findUnfinished(Channel channel, Instant wanted, Instant now) {
        return attempts.findUnfinished(
                channel.tenant(),
                channel.id(),
                now.minus(settings.lookBack()),
                now.minus(settings.settle()),
                wanted,
                now,
                settings.most());
    }

    /// Read no further than to the last of them; what a list does not show is asked for later again.
    private Mono<Void> ask(Channel channel, List<TakenAttempt> unfinished, Instant now) {
        var since = unfinished.getLast().startedAt().minus(CLOCK_SKEW);
        var left = unfinished.stream().map(TakenAttempt::sid).collect(Collectors.toCollection(HashSet::new));
        return lists.requestSent(channel, since)
                .takeUntil(page -> isLast(page, left))
                .concatMap(page -> transaction.in(channel.tenant(), report(channel, page, now)), 1)
                .then(transaction.in(channel.tenant(), attempts.saveAsked(channel.tenant(), unfinished, now)))
                .timeout(settings.patience());
    }

    private static boolean isLast(List<ListedStatus> page, Set<String> left) {
        page.forEach(it -> left.remove(it.sid()));
        return left.isEmpty();
    }

    /// Also of those that nobody asked for but that the page shows.
    private Mono<Void> report(Channel channel, List<ListedStatus> page, Instant now) {
        var listed =
                page.stream().collect(Collectors.toMap(ListedStatus::sid, Function.identity(), (first, _) -> first));
        return attempts.find(channel.tenant(), channel.id(), now.minus(settings.settle()), listed.keySet())
                .flatMapMany(Flux::fromIterable)
                .concatMap(attempt -> report(channel, attempt, Objects.requireNonNull(listed.get(attempt.sid())), now))
                .then();
    }

    private Mono<Void> report(Channel channel, TakenAttempt attempt, ListedStatus listed, Instant now) {
        if (!attempt.isBehind(listed.status())) {
            return Mono.empty();
        }
        var conversation = attempt.conversation().toString();
        var envelope = new Envelope(
                Ids.ofStatus(listed.sid(), listed.status(), listed.errorCode()),
                SOURCE,
                Objects.requireNonNullElse(listed.at(), now),
                conversation,
                channel.tenant(),
                null,
                toReported(attempt, listed));
        return outbox.append(Topic.STATUS, conversation, envelope)
                .doOnSuccess(_ -> meters.counter("accueil.reconciliation.statuses", "status", listed.status())
                        .increment());
    }

    private static DeliveryStatusReported toReported(TakenAttempt attempt, ListedStatus listed) {
        return new DeliveryStatusReported(
                attempt.conversation(),
                attempt.message(),
                attempt.part(),
                attempt.attempt().toString(),
                listed.sid(),
                listed.status(),
                listed.errorCode(),
                listed.errorMessage());
    }
}
