package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.Correspondent;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks for a person's message to be sent, behind the change of leader that it may have made.
@Component
class OutboundTopic {

    private static final URI SOURCE = URI.create("/conversation-service");

    private final Outbox outbox;

    OutboundTopic(Outbox outbox) {
        this.outbox = outbox;
    }

    Mono<Void> send(Conversation conversation, Correspondent to, Message message, Instant freeTextUntil) {
        var send = new SendMessage(
                message.id(),
                conversation.id(),
                to.channel(),
                to.card().address(),
                message.body(),
                message.author(),
                message.answers(),
                conversation.lead().number(),
                freeTextUntil,
                message.template(),
                message.round());
        var envelope = new Envelope(
                message.id().value(),
                SOURCE,
                message.at(),
                conversation.id().toString(),
                conversation.tenant(),
                null,
                send);
        return outbox.append(Topic.OUTBOUND, conversation.id().toString(), envelope);
    }
}
