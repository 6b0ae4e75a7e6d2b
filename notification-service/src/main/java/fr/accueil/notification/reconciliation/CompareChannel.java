package fr.accueil.notification.reconciliation;

import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.received.Received;
import fr.accueil.notification.reconciliation.MessageLists.NotListed;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Compares Twilio's list of one channel with what was received, and brings back what is missing, oldest first.
///
/// What Kafka has and this service has not read yet is not missing: it is read first. Who records a message first is
/// the one who brought it, so that neither a second instance nor a late webhook brings it again.
@Component
class CompareChannel {

    private static final String READER = "notification-service";
    private static final String TOO_LONG = "La comparaison avec Twilio n'a pas pu se terminer à temps.";
    private static final Duration ASK_AGAIN = Duration.ofMillis(300);

    private final MessageLists lists;
    private final Received received;
    private final Broker broker;
    private final Outbox outbox;
    private final TenantTransaction transaction;
    private final ReconciliationSettings settings;

    CompareChannel(
            MessageLists lists,
            Received received,
            Broker broker,
            Outbox outbox,
            TenantTransaction transaction,
            ReconciliationSettings settings) {
        this.lists = lists;
        this.received = received;
        this.broker = broker;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
    }

    /// @return [NotCaughtUp] (as an error) when it cannot be told what is missing
    Mono<Comparison> compare(Channel channel, Window window) {
        var found = new Found();
        return lists.requestReceived(channel, window.from(), window.until())
                .concatMap(page -> keepMissing(channel, window, page, found))
                .then(Mono.defer(() -> found.missing().isEmpty() ? Mono.empty() : recover(channel, found)))
                .timeout(settings.patience())
                .then(Mono.fromSupplier(() -> found.toComparison(window, null)))
                .onErrorResume(NotListed.class, e -> Mono.just(found.toComparison(window, e.sentence())))
                .onErrorResume(TimeoutException.class, _ -> Mono.just(found.toComparison(window, TOO_LONG)));
    }

    private Mono<Void> keepMissing(Channel channel, Window window, List<ListedMessage> page, Found found) {
        var covered = page.stream().filter(it -> window.covers(it.at())).toList();
        return findKnown(channel, covered)
                .doOnNext(known -> found.add(covered, known))
                .then();
    }

    private Mono<Map<String, Instant>> findKnown(Channel channel, List<ListedMessage> messages) {
        var sids = messages.stream().map(ListedMessage::sid).toList();
        return sids.isEmpty()
                ? Mono.just(Map.of())
                : transaction.in(channel.tenant(), received.findKnown(channel.tenant(), channel.id(), sids));
    }

    private Mono<Void> recover(Channel channel, Found found) {
        return awaitCaughtUp()
                .then(Mono.defer(() -> findKnown(channel, found.missing())))
                .doOnNext(found::know)
                .thenMany(Flux.defer(() -> Flux.fromIterable(found.inTheirTime())))
                .concatMap(message -> recover(channel, message).doOnNext(isNew -> found.settle(message, isNew)))
                .then();
    }

    private Mono<Void> awaitCaughtUp() {
        return broker.requestCaughtUp(Topic.INBOUND.topic(), READER)
                .filter(isCaughtUp -> isCaughtUp)
                .repeatWhenEmpty(it -> it.delayElements(ASK_AGAIN))
                .timeout(settings.catchUp())
                .onErrorMap(TimeoutException.class, _ -> new NotCaughtUp())
                .then();
    }

    /// One transaction for each, so that the customers of one channel never wait for each other in two orders.
    private Mono<Boolean> recover(Channel channel, ListedMessage message) {
        return requestMedia(channel, message)
                .map(media -> new RecoveredMessage(channel, message, media))
                .flatMap(recovered -> transaction.in(recovered.channel().tenant(), publish(recovered)));
    }

    private Mono<List<Media>> requestMedia(Channel channel, ListedMessage message) {
        return message.media() == 0 ? Mono.just(List.of()) : lists.requestMedia(channel, message.sid());
    }

    private Mono<Boolean> publish(RecoveredMessage recovered) {
        return findConversation(recovered)
                .map(recovered::in)
                .flatMap(message -> received.record(
                                recovered.channel().tenant(),
                                message,
                                recovered.listed().at())
                        .flatMap(isFirst -> isFirst
                                ? outbox.append(
                                                Topic.INBOUND,
                                                message.conversation().toString(),
                                                recovered.seal(message))
                                        .thenReturn(true)
                                : Mono.just(false)));
    }

    private Mono<ConversationId> findConversation(RecoveredMessage recovered) {
        var channel = recovered.channel();
        return received.findConversation(channel.tenant(), channel.id(), recovered.identity())
                .defaultIfEmpty(recovered.newConversation());
    }

    /// What Kafka has is not read yet: the comparison is made a little later.
    static class NotCaughtUp extends RuntimeException {

        NotCaughtUp() {
            super("what Kafka has is not read yet");
        }
    }
}
