package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.LeadFenced;
import fr.accueil.events.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells the others that a take-over is done: that nothing the assistant wrote before it can go out any more.
///
/// Why this is right, whatever is killed and whichever instance works: each call is decided, and its attempt written,
/// under the conversation's lock, where the fence is read. The take-over is written under the same lock. So from then
/// on
/// no call begins, here or elsewhere, also by a process that starts and has not read the topic yet: LeadFenced is only
/// ever published after the take-over was written. What began before has its row, and is waited for until its outcome
/// is
/// known or [Attempt#overAt] has passed: after its deadline no process writes its request, and so much later again the
/// provider is no longer at it. What remains is a process frozen between that last check and its write (DESIGN §4).
@Component
class Fencing {

    private final Conversations conversations;
    private final Attempts attempts;
    private final DeliveryTopic topic;
    private final Clock clock;

    Fencing(Conversations conversations, Attempts attempts, DeliveryTopic topic, Clock clock) {
        this.conversations = conversations;
        this.attempts = attempts;
        this.topic = topic;
        this.clock = clock;
    }

    /// Publishes it when it is so. Runs in the caller's transaction, which has the conversation's lock.
    ///
    /// @return when to look again; empty when nothing is left to be told
    Mono<Optional<Instant>> settle(TenantId tenant, ConversationId conversation, Fence fence, UUID causedBy) {
        if (!fence.pending()) {
            return Mono.just(Optional.empty());
        }
        return attempts.findAssistantsCallsUntil(tenant, conversation)
                .filter(until -> until.isAfter(clock.instant()))
                .map(Optional::of)
                .switchIfEmpty(Mono.defer(() -> publish(tenant, conversation, fence, causedBy)));
    }

    private Mono<Optional<Instant>> publish(TenantId tenant, ConversationId conversation, Fence fence, UUID causedBy) {
        return topic.publish(tenant, conversation, new LeadFenced(conversation, fence.personNumber()), causedBy)
                .then(conversations.saveFence(tenant, conversation, fence.fenced()))
                .thenReturn(Optional.empty());
    }
}
