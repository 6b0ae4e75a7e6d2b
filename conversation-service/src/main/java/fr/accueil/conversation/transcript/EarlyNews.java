package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.MessageId;
import fr.accueil.events.Wire;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// News of messages that are not there yet, in the tenant whose transaction is open. Who reads or writes holds the
/// conversation's lock, so that no news slips between the look and the message.
@Repository
class EarlyNews {

    private final DatabaseClient database;

    EarlyNews(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(MessageId message, News news) {
        return take(message).flatMap(early -> save(message, early.and(news)));
    }

    /// What was heard so far, which is then no longer kept; [News#NONE] when nothing was.
    Mono<News> take(MessageId message) {
        return database.sql("""
                        delete from early_news where message = :message
                        returning message, status, failure, provider_sid, reasons::text as reasons
                        """)
                .bind("message", message.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toNews)
                .defaultIfEmpty(News.NONE);
    }

    private Mono<Void> save(MessageId message, News news) {
        return database.sql("""
                        insert into early_news (message, status, failure, provider_sid, reasons)
                        values (:message, :status, :failure, :providerSid, cast(:reasons as jsonb))
                        """).bindProperties(Row.of(message, news)).then();
    }

    record Row(
            UUID message,
            String status,
            @Nullable String failure,
            @Nullable String providerSid,
            @Nullable String reasons) {

        static Row of(MessageId message, News news) {
            return new Row(
                    message.value(),
                    MessageRow.lower(news.status()),
                    news.failure(),
                    news.providerSid(),
                    news.reasons() == null ? null : Wire.json().writeValueAsString(news.reasons()));
        }

        News toNews() {
            return new News(
                    DeliveryStatus.valueOf(MessageRow.upper(status)),
                    failure,
                    providerSid,
                    reasons == null ? null : Wire.json().readValue(reasons, Reasons.class));
        }
    }
}
