package fr.accueil.conversation.conversation;

import fr.accueil.events.Envelope;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Hears once what another service says of a conversation, whether or not the customer's own message is here yet.
/// After an erasure only what the customer writes begins a conversation anew: what a service says before it has heard
/// of the erasure looks the same as what it says of the new conversation, and is told apart by waiting for that
/// message.
@Component
public class HearOnce {

    /// In all 3 s: longer than one topic is behind another while all is well, and less than a listener's patience.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int PAUSES = 15;

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Conversations conversations;

    HearOnce(TenantTransaction transaction, Inbox inbox, Conversations conversations) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.conversations = conversations;
    }

    /// @param react within the transaction that holds the conversation
    /// @param leave when nothing may come of it, as its customer was erased; within its transaction
    public Mono<Void> hear(
            String listener, Envelope envelope, Function<Conversation, Mono<Conversation>> react, Mono<Void> leave) {
        var tenant = envelope.requireTenant();
        return transaction
                .in(
                        tenant,
                        inbox.first(listener, envelope.id())
                                .filter(first -> first)
                                .flatMap(_ -> conversations
                                        .lockFor(envelope)
                                        .flatMap(react)
                                        .hasElement())
                                .filter(heard -> !heard)
                                .flatMap(_ -> leave))
                .retryWhen(Retry.fixedDelay(PAUSES, PAUSE)
                        .filter(NobodyWroteSince.class::isInstance)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .onErrorResume(
                        NobodyWroteSince.class,
                        _ -> transaction.in(
                                tenant,
                                inbox.first(listener, envelope.id())
                                        .filter(first -> first)
                                        .flatMap(_ -> leave)));
    }
}
