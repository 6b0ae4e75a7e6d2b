package fr.accueil.conversation.transcript;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Which inbound messages were named by an answer or a hand-over, in the tenant whose transaction is open. The name may
/// be heard before the message.
@Repository
public class Answered {

    private final DatabaseClient database;

    Answered(DatabaseClient database) {
        this.database = database;
    }

    /// @param by the outgoing message that answers, or the event of a hand-over in silence
    public Mono<Void> name(ConversationId conversation, Collection<MessageId> messages, UUID by) {
        return messages.isEmpty()
                ? Mono.empty()
                : database.sql("""
                                insert into answered (message, by, conversation)
                                select unnest(:messages), :by, :conversation on conflict do nothing
                                """)
                        .bind(
                                "messages",
                                messages.stream().map(MessageId::value).toArray(UUID[]::new))
                        .bind("by", by)
                        .bind("conversation", conversation.value())
                        .then();
    }

    /// An answer that will never arrive has answered nothing.
    Mono<Void> withdraw(MessageId by) {
        return database.sql("delete from answered where by = :by")
                .bind("by", by.value())
                .then();
    }

    /// These are answered by another one.
    Mono<Void> withdraw(MessageId by, Collection<MessageId> messages) {
        return database.sql("delete from answered where by = :by and message = any(:messages)")
                .bind("by", by.value())
                .bind("messages", messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .then();
    }

    Mono<Boolean> isAnswered(MessageId message) {
        return database.sql("select exists (select from answered where message = :message)")
                .bind("message", message.value())
                .mapValue(Boolean.class)
                .one();
    }
}
