package fr.accueil.conversation.transcript;

import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// An inbound message is named by one answer alone. What a person's message answers is inferred when it is written; the
/// assistant's answer may be under way just then, and is heard later. Once that is known to go out, it has answered,
/// and
/// the person's message has not. In the transaction that holds the conversation's lock.
@Component
class AnsweredOnce {

    private final Messages messages;
    private final Answered answered;

    AnsweredOnce(Messages messages, Answered answered) {
        this.messages = messages;
        this.answered = answered;
    }

    /// @return the messages that answer less than before, as they are now
    Mono<List<Message>> judge(ConversationId conversation, Message answer) {
        return answer.author().kind() == Author.Kind.ASSISTANT
                        && goesOut(answer)
                        && !answer.answers().isEmpty()
                ? messages.findAlsoAnswering(conversation, answer)
                        .concatMap(other -> giveWay(other, answer))
                        .collectList()
                : Mono.just(List.of());
    }

    private Mono<Message> giveWay(Message other, Message answer) {
        var left = other.answers().stream()
                .filter(it -> !answer.answers().contains(it))
                .toList();
        var less = Revision.of(other).answers(left).done();
        return messages.update(less)
                .then(answered.withdraw(other.id(), answer.answers()))
                .thenReturn(less);
    }

    private static boolean goesOut(Message answer) {
        return switch (answer.status()) {
            case ACCEPTED, SENT, DELIVERED, READ -> true;
            case RECEIVED, QUEUED, DELAYED, REFUSED -> false;
        };
    }
}
