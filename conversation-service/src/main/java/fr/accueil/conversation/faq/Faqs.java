package fr.accueil.conversation.faq;

import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The FAQs of the tenant whose transaction is open.
@Repository
public class Faqs {

    private static final String SELECT = """
            select tenant, id, question, answer, variants, category, enabled, position, version, updated_at
            from faq
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Faqs(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Lets nobody else add, change or order FAQs of the business until the transaction ends: no two ask the same.
    public Mono<Void> lockAll() {
        return database.sql(
                        "select pg_advisory_xact_lock(hashtextextended('faq ' || current_setting('accueil.tenant'), 0))")
                .then();
    }

    /// In the owner's order.
    public Mono<List<Faq>> findAll() {
        return select("order by position, id").map(Row::toFaq).collectList();
    }

    public Mono<Integer> count() {
        return database.sql("select count(*)::int from faq")
                .mapValue(Integer.class)
                .one();
    }

    /// One page of those that are wanted, in the owner's order.
    Mono<List<FaqView>> find(FaqQuery query) {
        var after = query.after();
        return database.sql(SELECT + """
                        where (cast(:pattern as text) is null
                               or plain(question || ' ' || array_to_string(variants, ' ') || ' ' || answer)
                                  like plain(:pattern))
                          and (cast(:category as text) is null or category = :category)
                          and (cast(:enabled as boolean) is null or enabled = :enabled)
                          and (cast(:id as uuid) is null or (position, id) > (:position, :id))
                        order by position, id limit :limit
                        """)
                .bind("pattern", Parameter.fromOrEmpty(query.pattern(), String.class))
                .bind("category", Parameter.fromOrEmpty(query.category(), String.class))
                .bind("enabled", Parameter.fromOrEmpty(query.enabled(), Boolean.class))
                .bind("id", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("position", after == null ? 0 : after.position())
                .bind("limit", query.limit())
                .mapProperties(Row.class)
                .all()
                .map(Row::toView)
                .collectList();
    }

    Mono<FaqView> findView(FaqId id) {
        return select("where id = :id", id).map(Row::toView);
    }

    /// Holds it until the transaction ends.
    Mono<Versioned<Faq>> lock(FaqId id) {
        return select("where id = :id for update", id).map(Row::toVersioned);
    }

    /// Saves each, the new ones behind those that are there.
    Mono<Void> save(List<Faq> faqs) {
        var rows = faqs.stream().map(Saved::of).toList();
        return database.sql("""
                        insert into faq (id, question, answer, variants, category, enabled, position, updated_at)
                        select id, question, answer, variants, category, enabled,
                               coalesce((select max(position) from faq), -1) + nth, :now
                        from rows from (jsonb_to_recordset(cast(:faqs as jsonb)) as
                               (id uuid, question text, answer text, variants text[], category text, enabled boolean))
                             with ordinality
                             as saved (id, question, answer, variants, category, enabled, nth)
                        on conflict (tenant, id) do update set question = excluded.question,
                          answer = excluded.answer, variants = excluded.variants, category = excluded.category,
                          enabled = excluded.enabled, version = faq.version + 1, updated_at = excluded.updated_at
                        """)
                .bind("faqs", Wire.json().writeValueAsString(rows))
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .then();
    }

    Mono<Void> delete(FaqId id) {
        return database.sql("delete from faq where id = :id")
                .bind("id", id.value())
                .then();
    }

    Mono<Void> order(List<FaqId> ids) {
        return database.sql("""
                        update faq set position = wanted.nth - 1
                        from unnest(:ids) with ordinality as wanted (id, nth)
                        where faq.id = wanted.id and faq.position <> wanted.nth - 1
                        """)
                .bind("ids", ids.stream().map(FaqId::value).toArray(UUID[]::new))
                .then();
    }

    private Flux<Row> select(String which) {
        return database.sql(SELECT + which).mapProperties(Row.class).all();
    }

    private Mono<Row> select(String which, FaqId id) {
        return database.sql(SELECT + which)
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one();
    }

    record Saved(
            UUID id,
            String question,
            String answer,
            List<String> variants,
            @Nullable String category,
            boolean enabled) {

        static Saved of(Faq faq) {
            return new Saved(
                    faq.id().value(), faq.question(), faq.answer(), faq.variants(), faq.category(), faq.enabled());
        }
    }

    record Row(
            UUID tenant,
            UUID id,
            String question,
            String answer,
            String[] variants,
            @Nullable String category,
            boolean enabled,
            int position,
            long version,
            Instant updatedAt) {

        Faq toFaq() {
            return new Faq(FaqId.of(id), TenantId.of(tenant), question, answer, List.of(variants), category, enabled);
        }

        Versioned<Faq> toVersioned() {
            return new Versioned<>(toFaq(), version);
        }

        FaqView toView() {
            return new FaqView(
                    FaqId.of(id), question, answer, List.of(variants), category, enabled, position, version, updatedAt);
        }
    }
}
