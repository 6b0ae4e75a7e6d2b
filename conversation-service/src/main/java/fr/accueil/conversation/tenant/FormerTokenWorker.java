package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Drops the token that a newer one has replaced: Twilio signs with it no longer, and whoever has found it should not
/// be believed for ever.
@Component
class FormerTokenWorker implements WorkHandler {

    static final String KIND = "former_token";

    /// Longer than anybody takes to promote a secondary token in Twilio's console, and than Twilio retries.
    static final Duration STILL_OPENS = Duration.ofDays(7);

    private final TenantTransaction transaction;
    private final Channels channels;
    private final WorkspaceTopics topics;
    private final WorkQueue work;

    FormerTokenWorker(TenantTransaction transaction, Channels channels, WorkspaceTopics topics, WorkQueue work) {
        this.transaction = transaction;
        this.channels = channels;
        this.topics = topics;
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        return transaction.in(
                due.tenant(),
                channels.find(ChannelId.of(due.key()))
                        .filter(row -> row.tokens().size() > 1)
                        .flatMap(row -> drop(due, row.withTokens(row.tokens().subList(0, 1), row.pendingToken())))
                        .then(Mono.defer(() -> work.finish(due)))
                        .then());
    }

    private Mono<Void> drop(LeasedWork due, Channels.Row alone) {
        return channels.save(alone)
                .then(Mono.defer(() -> alone.address() == null
                        ? Mono.empty()
                        : topics.tell(
                                Topic.CHANNELS, due.tenant(), alone.id().toString(), alone.toEvent(due.tenant()))));
    }
}
