package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.Envelope;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears where the delivery of outgoing messages stands.
@Component
class DeliveryListener {

    static final String ID = "conversation-service.delivery";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Conversations conversations;
    private final HearNews news;

    DeliveryListener(TenantTransaction transaction, Inbox inbox, Conversations conversations, HearNews news) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.conversations = conversations;
        this.news = news;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "whatsapp.delivery.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof MessageNews event) {
            hear(envelope, event).block(PATIENCE);
        }
    }

    private Mono<Void> hear(Envelope envelope, MessageNews event) {
        var tenant = envelope.requireTenant();
        return transaction.in(
                tenant,
                inbox.first(ID, envelope.id())
                        .filter(first -> first)
                        .flatMap(_ -> conversations.lockOrOpen(tenant, envelope.conversation()))
                        .flatMap(
                                conversation -> news.hear(conversation, event.message(), News.of(event), envelope.id()))
                        .then());
    }
}
