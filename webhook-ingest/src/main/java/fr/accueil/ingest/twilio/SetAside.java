package fr.accueil.ingest.twilio;

import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.UnroutableEvent.MessageUnroutable;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps for an operator what Twilio truly sent but no tenant's conversation can take: a number that is no channel,
/// or a webhook that names no message.
@Component
class SetAside {

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);
    private static final UUID NAMESPACE = UUID.fromString("0b8f6f3e-52a7-5f7e-9a3c-7a4f1f0a6d21");

    private final Envelopes envelopes;
    private final WhatsAppTopic topic;
    private final Counter unroutable;

    SetAside(Envelopes envelopes, WhatsAppTopic topic, MeterRegistry meters) {
        this.envelopes = envelopes;
        this.topic = topic;
        this.unroutable = Counter.builder("accueil.webhooks.unroutable")
                .description("Webhooks with a right signature that no tenant's conversation can take")
                .register(meters);
    }

    Mono<Taken> setAside(TwilioForm form) {
        var number = form.find(form.isDeliveryStatus() ? "From" : "To").orElse("unknown");
        var sid = new InboundMessageForm(form).sid();
        var event = new MessageUnroutable(number, form.text("AccountSid"), sid, form.raw());
        return topic.publish(Topic.UNROUTABLE, number, envelopes.seal(idOf(form), number, null, event))
                .doOnSuccess(_ -> unroutable.increment())
                .doOnSuccess(_ -> log.warn("No conversation can take {} of account {}", sid, event.accountSid()))
                .thenReturn(new Taken.AsUnroutable());
    }

    /// From all that it says, so that a repetition is the same event even where there is no sid to go by.
    private static UUID idOf(TwilioForm form) {
        return Ids.computed(NAMESPACE, new TreeMap<>(form.raw()).toString());
    }
}
