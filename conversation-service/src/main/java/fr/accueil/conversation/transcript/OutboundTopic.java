package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks for a person's message to be sent, behind the change of leader that it may have made.
@Component
class OutboundTopic {

    private static final URI SOURCE = URI.create("/conversation-service");

    /// The customer has never written: there is no window for free text.
    private static final Instant NEVER = Instant.EPOCH;

    private final Outbox outbox;
    private final Clock clock;

    OutboundTopic(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param id of the envelope: the message's own, but for a repetition
    Mono<Void> send(Conversation conversation, Message message, UUID id) {
        var to = conversation.requireCorrespondent();
        var until = conversation.activity().freeTextUntil();
        var send = new SendMessage(
                message.id(),
                conversation.id(),
                to.channel(),
                to.card().address(),
                message.body(),
                message.author(),
                message.answers(),
                conversation.lead().number(),
                until == null ? NEVER : until,
                message.template(),
                message.round());
        var envelope = new Envelope(
                id, SOURCE, clock.instant(), conversation.id().toString(), conversation.tenant(), null, send);
        return outbox.append(Topic.OUTBOUND, conversation.id().toString(), envelope);
    }
}
