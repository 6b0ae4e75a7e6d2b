package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.RecordReply;
import fr.accueil.conversation.template.Rendered;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes to a customer in the name of the house, whoever leads: it answers nothing and moves nothing but the
/// transcript.
/// In the transaction that holds the conversation's lock.
@Component
public class SendByHouse {

    private final Messages messages;
    private final ChangeConversation change;
    private final OutboundTopic outbound;
    private final Clock clock;

    SendByHouse(Messages messages, ChangeConversation change, OutboundTopic outbound, Clock clock) {
        this.messages = messages;
        this.change = change;
        this.outbound = outbound;
        this.clock = clock;
    }

    /// The caller has seen that it may be sent: no opt-out, and free text only while the customer's window is open.
    public Mono<Message> send(Conversation conversation, Rendered text) {
        var to = conversation.requireCorrespondent();
        var message = NewMessage.written(
                MessageId.of(Ids.next()),
                Author.system(),
                text.body(),
                at(conversation),
                List.of(),
                0,
                text.template());
        return messages.insert(conversation.id(), message, null)
                .then(Mono.defer(() ->
                        change.change(conversation, List.of(new RecordReply(message, to)), List.of(message), null)))
                .flatMap(after -> outbound.send(after, message, message.id().value()))
                .thenReturn(message);
    }

    /// After everything that is there.
    private Instant at(Conversation conversation) {
        var now = clock.instant();
        var last = conversation.activity().lastActivityAt().plus(1, ChronoUnit.MICROS);
        return now.isAfter(last) ? now : last;
    }
}
