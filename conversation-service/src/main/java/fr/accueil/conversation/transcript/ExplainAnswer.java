package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.MessageId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts the assistant's reasons beside what it said. In the transaction that holds the conversation's lock.
@Component
public class ExplainAnswer {

    private final HearNews news;

    ExplainAnswer(HearNews news) {
        this.news = news;
    }

    public Mono<Conversation> explain(Conversation conversation, MessageId answer, Reasons reasons, UUID causedBy) {
        return news.hear(conversation, answer, News.of(reasons), causedBy);
    }
}
