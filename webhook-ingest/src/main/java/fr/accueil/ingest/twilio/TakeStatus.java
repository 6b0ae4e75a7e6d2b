package fr.accueil.ingest.twilio;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.identity.Identities;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import fr.accueil.platform.logging.LogContext;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Passes on what became of a message that we sent. Order and rank of the reports are their reader's matter.
@Component
class TakeStatus {

    private static final Logger log = LoggerFactory.getLogger(TakeStatus.class);

    private final Identities identities;
    private final Envelopes envelopes;
    private final WhatsAppTopic topic;

    TakeStatus(Identities identities, Envelopes envelopes, WhatsAppTopic topic) {
        this.identities = identities;
        this.envelopes = envelopes;
        this.topic = topic;
    }

    /// The conversation that the callback address names; else, for an address that is not of our making, the one that
    /// this channel has with the recipient.
    Mono<Taken> take(DeliveryStatusForm form, Channel channel) {
        var conversation = form.conversation().orElseGet(() -> conversationWith(form, channel));
        return take(form, channel.tenant(), conversation);
    }

    Mono<Taken> take(DeliveryStatusForm form, TenantId tenant, ConversationId conversation) {
        var id = Ids.ofStatus(form.sid(), form.status(), form.errorCode().orElse(null));
        var envelope = envelopes.seal(id, conversation, tenant, toReported(form, conversation));
        var fields = new LinkedHashMap<String, String>();
        fields.put(LogContext.TENANT, tenant.toString());
        fields.put(LogContext.CONVERSATION, conversation.toString());
        form.message().ifPresent(message -> fields.put(LogContext.MESSAGE, message.toString()));
        return topic.publish(Topic.STATUS, conversation.toString(), envelope)
                .doOnSuccess(_ -> log.info("Took status {} of {}", form.status(), form.sid()))
                .thenReturn((Taken) new Taken.AsStatus())
                .contextWrite(LogContext.of(fields));
    }

    private ConversationId conversationWith(DeliveryStatusForm form, Channel channel) {
        return Ids.ofConversation(
                channel.id(),
                identities.identify(channel.id(), form.recipient()).key());
    }

    private static DeliveryStatusReported toReported(DeliveryStatusForm form, ConversationId conversation) {
        return new DeliveryStatusReported(
                conversation,
                form.message().orElse(null),
                form.part(),
                form.attempt().orElse(null),
                form.sid(),
                form.status(),
                form.errorCode().orElse(null),
                form.errorMessage().orElse(null));
    }
}
