package fr.accueil.ingest.twilio;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.Topic;
import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.identity.NameCustomer;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import fr.accueil.platform.logging.LogContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Brings a customer's message into its conversation.
@Component
class TakeMessage {

    private static final Logger log = LoggerFactory.getLogger(TakeMessage.class);

    private final NameCustomer nameCustomer;
    private final Envelopes envelopes;
    private final WhatsAppTopic topic;

    TakeMessage(NameCustomer nameCustomer, Envelopes envelopes, WhatsAppTopic topic) {
        this.nameCustomer = nameCustomer;
        this.envelopes = envelopes;
        this.topic = topic;
    }

    /// Completes when Kafka has the message and, the first time that the customer's user id is seen, whose it is.
    Mono<Taken> take(InboundMessageForm form, Channel channel) {
        return nameCustomer
                .name(channel.id(), channel.tenant(), form.sender())
                .map(customer -> toReceived(form, channel, Ids.ofConversation(channel.id(), customer)))
                .flatMap(received -> take(received, channel));
    }

    private Mono<Taken> take(MessageReceived received, Channel channel) {
        return publishMessage(received, channel)
                .doOnSuccess(_ -> log.info("Took {} {}", received.kind().wire(), received.providerSid()))
                .thenReturn((Taken) new Taken.AsMessage(channel.tenant(), received.conversation()))
                .contextWrite(LogContext.of(Map.of(
                        LogContext.TENANT, channel.tenant().toString(),
                        LogContext.CONVERSATION, received.conversation().toString(),
                        LogContext.MESSAGE, received.message().toString())));
    }

    private Mono<Void> publishMessage(MessageReceived received, Channel channel) {
        var conversation = received.conversation();
        var envelope = envelopes.seal(received.message().value(), conversation, channel.tenant(), received);
        return topic.publish(Topic.INBOUND, conversation.toString(), envelope);
    }

    private static MessageReceived toReceived(InboundMessageForm form, Channel channel, ConversationId conversation) {
        var sender = form.sender();
        return new MessageReceived(
                Ids.ofMessage(channel.accountSid(), form.sid()),
                conversation,
                channel.id(),
                new Customer(
                        sender.address(),
                        sender.phone(),
                        sender.externalUserId(),
                        form.profileName().orElse(null)),
                form.sid(),
                channel.accountSid(),
                form.kind(),
                form.body(),
                form.media(),
                form.location().orElse(null),
                form.button().orElse(null),
                form.repliedTo().orElse(null),
                form.forwarded(),
                form.form().raw(),
                false,
                form.referral().orElse(null));
    }
}
