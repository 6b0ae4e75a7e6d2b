package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.MessageId;
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
                        returning message, round, status, failure, resendable, reasons::text as reasons
                        """)
                .bind("message", message.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toNews)
                .defaultIfEmpty(News.NONE);
    }

    private Mono<Void> save(MessageId message, News news) {
        return database.sql("""
                        insert into early_news (message, round, status, failure, resendable, reasons)
                        values (:message, :round, :status, :failure, :resendable, cast(:reasons as jsonb))
                        """).bindProperties(Row.of(message, news)).then();
    }

    record Row(
            UUID message,
            int round,
            String status,
            @Nullable String failure,
            boolean resendable,
            @Nullable String reasons) {

        static Row of(MessageId message, News news) {
            var delivery = news.delivery();
            return new Row(
                    message.value(),
                    delivery.round(),
                    MessageRow.lower(delivery.status()),
                    delivery.failure(),
                    delivery.resendable(),
                    JsonColumn.write(news.reasons()));
        }

        News toNews() {
            var delivery = new Delivery(round, DeliveryStatus.valueOf(MessageRow.upper(status)), failure, resendable);
            return new News(delivery, JsonColumn.read(reasons, Reasons.class));
        }
    }
}
