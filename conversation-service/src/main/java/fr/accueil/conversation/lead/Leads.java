package fr.accueil.conversation.lead;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.Lead;
import fr.accueil.events.ChangeEvent.LeadStatus;
import fr.accueil.events.ConversationId;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The quote requests of the tenant whose transaction is open.
@Repository
class Leads {

    private final DatabaseClient database;

    Leads(DatabaseClient database) {
        this.database = database;
    }

    /// @return false when it is there already
    Mono<Boolean> add(Lead lead) {
        return database.sql("""
                        insert into lead (id, version, conversation, status, name, email, phone, need, photos, at)
                        values (:id, :version, :conversation, :status, :name, :email, :phone, :need, :photos, :at)
                        on conflict do nothing
                        """)
                .bindProperties(Row.of(lead))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// The latest first, from after the cursor on.
    Mono<List<Lead>> findLatest(@Nullable PageCursor after, int limit) {
        var select = database.sql("""
                        select id, version, conversation, status, name, email, phone, need, photos, at
                        from lead %s order by at desc, id desc limit :limit
                        """.formatted(after == null ? "" : "where (at, id) < (:at, :id)"))
                .bind("limit", limit);
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(Row.class).all().map(Row::toLead).collectList();
    }

    record Row(
            UUID id,
            long version,
            UUID conversation,
            String status,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String need,
            UUID[] photos,
            Instant at) {

        static Row of(Lead lead) {
            return new Row(
                    lead.id().value(),
                    lead.version(),
                    lead.conversation().value(),
                    lead.status().name().toLowerCase(Locale.ROOT),
                    lead.name(),
                    lead.email(),
                    lead.phone(),
                    lead.need(),
                    lead.photos().stream().map(MessageId::value).toArray(UUID[]::new),
                    lead.at());
        }

        Lead toLead() {
            return new Lead(
                    LeadId.of(id),
                    version,
                    ConversationId.of(conversation),
                    LeadStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                    name,
                    email,
                    phone,
                    need,
                    Arrays.stream(photos).map(MessageId::of).toList(),
                    at);
        }
    }
}
