package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// That a conversation has something to send, as due work: one row per conversation.
@Component
class SendWork {

    static final String KIND = "send";

    /// A take-over that waits for a call to be over.
    static final String FENCE = "fence";

    private final WorkQueue work;

    SendWork(WorkQueue work) {
        this.work = work;
    }

    Mono<Void> hasten(TenantId tenant, ConversationId conversation, Instant due) {
        return work.hasten(tenant, KIND, conversation.toString(), due, "");
    }

    Mono<Void> lookAtFence(TenantId tenant, ConversationId conversation, Instant due) {
        return work.hasten(tenant, FENCE, conversation.toString(), due, "");
    }
}
