package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.events.AssistantEvent.AnswerGiven;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.MessageId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts the assistant's reasons beside what it said, and remembers what that answers: also what it answers by silence,
/// naming what it said before. In the transaction that holds the conversation's lock.
@Component
public class ExplainAnswer {

    private final HearNews news;
    private final Messages messages;
    private final Answered answered;

    ExplainAnswer(HearNews news, Messages messages, Answered answered) {
        this.news = news;
        this.messages = messages;
        this.answered = answered;
    }

    public Mono<Conversation> explain(Conversation conversation, MessageId answer, Reasons reasons, UUID causedBy) {
        return news.hear(conversation, answer, News.of(reasons), causedBy);
    }

    public Mono<Conversation> explain(Conversation conversation, AnswerGiven given, UUID causedBy) {
        return messages.find(given.message())
                .filter(answer -> answer.status() == DeliveryStatus.REFUSED)
                .hasElement()
                .filter(refused -> !refused)
                .flatMap(_ -> answered.name(
                        conversation.id(), given.answers(), given.message().value()))
                .then(Mono.defer(() -> explain(conversation, given.message(), given.reasons(), causedBy)));
    }
}
