package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand;
import fr.accueil.conversation.conversation.ConversationCommand.Drop;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.MessageId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Folds what is heard of an outgoing message onto it, or keeps it until the message comes. In the transaction that
/// holds the conversation's lock.
@Component
class HearNews {

    private final Messages messages;
    private final EarlyNews earlyNews;
    private final Answered answered;
    private final AnsweredOnce answeredOnce;
    private final Quotes quotes;
    private final ChangeConversation change;

    HearNews(
            Messages messages,
            EarlyNews earlyNews,
            Answered answered,
            AnsweredOnce answeredOnce,
            Quotes quotes,
            ChangeConversation change) {
        this.messages = messages;
        this.earlyNews = earlyNews;
        this.answered = answered;
        this.answeredOnce = answeredOnce;
        this.quotes = quotes;
        this.change = change;
    }

    Mono<Conversation> hear(Conversation conversation, MessageId id, News news, UUID causedBy) {
        return messages.find(id)
                .flatMap(message -> fold(conversation, message, news, causedBy))
                .switchIfEmpty(Mono.defer(() -> earlyNews.keep(id, news).thenReturn(conversation)));
    }

    /// What the provider calls it, under which a customer may quote it.
    Mono<Conversation> hearName(Conversation conversation, MessageId id, String sid, UUID causedBy) {
        return quotes.name(id, sid)
                .then(messages.find(id))
                .flatMap(quotes::complete)
                .defaultIfEmpty(List.of())
                .flatMap(quoting -> change.change(
                        conversation, quoting.stream().map(ShowAgain::new).toList(), quoting, causedBy));
    }

    private Mono<Conversation> fold(Conversation conversation, Message before, News news, UUID causedBy) {
        var after = news.onto(before);
        return after.equals(before)
                ? Mono.just(conversation)
                : messages.update(after)
                        .then(Mono.defer(() -> judgeAnswer(conversation, before, after)))
                        .then(Mono.defer(() -> answeredOnce.judge(conversation.id(), after)))
                        .flatMap(others -> show(conversation, after, others, causedBy));
    }

    private Mono<Conversation> show(Conversation conversation, Message moved, List<Message> others, UUID causedBy) {
        var all = Stream.concat(Stream.of(moved), others.stream()).toList();
        return toCommand(conversation, moved)
                .map(command -> Stream.concat(
                                Stream.of(command), others.stream().map(ShowAgain::new))
                        .toList())
                .flatMap(commands -> change.change(conversation, commands, all, causedBy));
    }

    private Mono<ConversationCommand> toCommand(Conversation conversation, Message moved) {
        return Delivery.of(moved).isDropped()
                ? messages.findLatestSaid(conversation.id())
                        .<ConversationCommand>map(latest -> new Drop(moved, latest))
                        .defaultIfEmpty(new Drop(moved, null))
                : Mono.just(new ShowAgain(moved));
    }

    /// What was refused answers nothing; when it arrived after all, it does.
    private Mono<Void> judgeAnswer(Conversation conversation, Message before, Message after) {
        if (after.status() == DeliveryStatus.REFUSED) {
            return answered.withdraw(after.id());
        }
        return before.status() == DeliveryStatus.REFUSED
                ? answered.name(conversation.id(), after.answers(), after.id().value())
                : Mono.empty();
    }
}
