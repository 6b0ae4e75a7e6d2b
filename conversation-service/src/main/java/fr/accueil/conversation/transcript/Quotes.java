package fr.accueil.conversation.transcript;

import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Quote;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Which message another one quotes, by what the provider calls them, in the tenant whose transaction is open. A quote
/// and what it quotes may be heard in any order. Who writes holds the conversation's lock.
@Repository
class Quotes {

    private static final Quote UNKNOWN = new Quote(null, null, null);
    private static final int EXCERPT = 140;

    private final DatabaseClient database;
    private final Messages messages;

    Quotes(DatabaseClient database, Messages messages) {
        this.database = database;
        this.messages = messages;
    }

    /// Remembers what the provider calls an outgoing message.
    Mono<Void> name(MessageId message, String sid) {
        return database.sql("insert into sent_as (sid, message) values (:sid, :message) on conflict do nothing")
                .bind("sid", sid)
                .bind("message", message.value())
                .then();
    }

    /// @return what is quoted; empty when nothing is, and a quote of nothing while we do not have it
    Mono<Quote> find(ConversationId conversation, @Nullable String sid) {
        return sid == null
                ? Mono.empty()
                : messages.findNamed(conversation, sid).map(Quotes::toQuote).defaultIfEmpty(UNKNOWN);
    }

    /// Gives a message that is known now to those that quoted it before.
    ///
    /// @return these, as they are now
    Mono<List<Message>> complete(Message quoted) {
        return messages.findQuoting(quoted.id())
                .map(message -> Revision.of(message).repliedTo(toQuote(quoted)).done())
                .concatMap(message -> messages.update(message).thenReturn(message))
                .collectList();
    }

    private static Quote toQuote(Message quoted) {
        return new Quote(quoted.id(), quoted.author(), excerpt(quoted.body()));
    }

    private static @Nullable String excerpt(String body) {
        if (body.isBlank()) {
            return null;
        }
        return body.codePointCount(0, body.length()) <= EXCERPT
                ? body
                : body.substring(0, body.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
