package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.Fence;
import fr.accueil.conversation.conversation.FenceSignals;
import fr.accueil.conversation.conversation.HearOnce;
import fr.accueil.conversation.file.DoomedFiles;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.LeadFenced;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaNews;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears where the delivery of outgoing messages stands, what became of received media, and which take-overs are done.
@Component
class DeliveryListener {

    static final String ID = "conversation-service.delivery";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HearOnce once;
    private final HearNews news;
    private final HearMedia media;
    private final ChangeConversation change;
    private final FenceSignals fences;
    private final DoomedFiles files;

    DeliveryListener(
            HearOnce once,
            HearNews news,
            HearMedia media,
            ChangeConversation change,
            FenceSignals fences,
            DoomedFiles files) {
        this.once = once;
        this.news = news;
        this.media = media;
        this.change = change;
        this.fences = fences;
        this.files = files;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "whatsapp.delivery.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof DeliveryEvent event) {
            hear(envelope, event).block(PATIENCE);
        }
    }

    private Mono<Void> hear(Envelope envelope, DeliveryEvent event) {
        return once.hear(
                ID,
                envelope,
                conversation -> react(conversation, event, envelope.id()),
                leave(envelope.requireTenant(), event));
    }

    /// The customer was erased meanwhile: a file that was still fetched goes with the others.
    private Mono<Void> leave(TenantId tenant, DeliveryEvent event) {
        return event instanceof MediaFetched fetched ? files.doom(tenant, fetched.key()) : Mono.empty();
    }

    private Mono<Conversation> react(Conversation conversation, DeliveryEvent event, UUID id) {
        return switch (event) {
            case MessageAccepted accepted ->
                news.hearName(conversation, accepted.message(), accepted.providerSid(), id)
                        .flatMap(named -> news.hear(named, accepted.message(), News.of(Delivery.of(accepted)), id));
            case MessageNews heard -> news.hear(conversation, heard.message(), News.of(Delivery.of(heard)), id);
            case MediaNews heard -> media.hear(conversation, Storable.of(heard), id);
            case LeadFenced fenced ->
                change.change(conversation, new Fence(fenced.number()), id).delayUntil(_ -> fences.send());
        };
    }
}
