package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.DeliveryEvent.MediaNews;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Shows what became of a medium of a received message, or keeps it until the message comes. In the transaction that
/// holds the conversation's lock.
@Component
class HearMedia {

    private final Messages messages;
    private final Attachments attachments;
    private final ChangeConversation change;

    HearMedia(Messages messages, Attachments attachments, ChangeConversation change) {
        this.messages = messages;
        this.attachments = attachments;
        this.change = change;
    }

    Mono<Conversation> hear(Conversation conversation, MediaNews news, UUID causedBy) {
        return messages.find(news.message())
                .flatMap(before -> attachments
                        .hear(news)
                        .flatMap(isNews -> isNews
                                ? messages.find(news.message())
                                        .flatMap(after -> show(conversation, before, after, causedBy))
                                : Mono.just(conversation)))
                .switchIfEmpty(Mono.defer(() -> attachments.hear(news).thenReturn(conversation)));
    }

    private Mono<Conversation> show(Conversation conversation, Message before, Message after, UUID causedBy) {
        var revised = Revision.of(before).attachments(after.attachments()).done();
        return messages.update(revised)
                .then(Mono.defer(() ->
                        change.change(conversation, List.of(new ShowAgain(revised)), List.of(revised), causedBy)));
    }
}
