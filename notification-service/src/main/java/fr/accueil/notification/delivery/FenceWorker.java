package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Looks again at a take-over that had to wait for a call of the assistant, when that call must be over: who made it
/// may have been killed.
@Component
class FenceWorker implements WorkHandler {

    private final Conversations conversations;
    private final Fencing fencing;
    private final WorkQueue work;
    private final TenantTransaction transaction;

    FenceWorker(Conversations conversations, Fencing fencing, WorkQueue work, TenantTransaction transaction) {
        this.conversations = conversations;
        this.fencing = fencing;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return SendWork.FENCE;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int concurrency() {
        return 4;
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var conversation = ConversationId.of(leased.key());
        return transaction.in(
                leased.tenant(),
                conversations
                        .lock(leased.tenant(), conversation)
                        .flatMap(locked ->
                                fencing.settle(leased.tenant(), conversation, locked.fence(), conversation.value()))
                        .flatMap(again -> again.map(at -> work.postpone(leased, at))
                                .orElseGet(() -> work.finish(leased).then())));
    }
}
