package fr.accueil.conversation.takeover;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.HandOver;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.transcript.Answered;
import fr.accueil.conversation.transcript.ExplainAnswer;
import fr.accueil.events.AssistantEvent;
import fr.accueil.events.AssistantEvent.AnswerGiven;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.Envelope;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what the assistant did and why, and that it wants a person.
@Component
class AssistantListener {

    static final String ID = "conversation-service.assistant";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Conversations conversations;
    private final Answered answered;
    private final ExplainAnswer reasons;
    private final ChangeConversation change;

    AssistantListener(
            TenantTransaction transaction,
            Inbox inbox,
            Conversations conversations,
            Answered answered,
            ExplainAnswer reasons,
            ChangeConversation change) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.conversations = conversations;
        this.answered = answered;
        this.reasons = reasons;
        this.change = change;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "assistant.activity.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof AssistantEvent event) {
            hear(envelope, event).block(PATIENCE);
        }
    }

    private Mono<Void> hear(Envelope envelope, AssistantEvent event) {
        var tenant = envelope.requireTenant();
        return transaction.in(
                tenant,
                inbox.first(ID, envelope.id())
                        .filter(first -> first)
                        .flatMap(_ -> conversations.lockOrOpen(tenant, envelope.conversation()))
                        .flatMap(conversation -> react(conversation, envelope, event))
                        .then());
    }

    private Mono<Conversation> react(Conversation conversation, Envelope envelope, AssistantEvent event) {
        return switch (event) {
            case AnswerGiven given -> reasons.explain(conversation, given, envelope.id());
            case HandoverRequested requested -> handOver(conversation, envelope, requested);
        };
    }

    private Mono<Conversation> handOver(Conversation conversation, Envelope envelope, HandoverRequested requested) {
        return answered.name(conversation.id(), requested.answers(), envelope.id())
                .then(Mono.defer(() -> explain(conversation, envelope, requested)))
                .flatMap(explained -> change.change(
                        explained, new HandOver(requested.reason(), requested.leaderNumber()), envelope.id()));
    }

    private Mono<Conversation> explain(Conversation conversation, Envelope envelope, HandoverRequested requested) {
        return requested.message() == null || requested.reasons() == null
                ? Mono.just(conversation)
                : reasons.explain(conversation, requested.message(), requested.reasons(), envelope.id());
    }
}
