package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The FAQs of the tenant whose transaction is open.
@Repository
class Faqs {

    private static final String SELECT = """
            select tenant, id, question, answer, variants, enabled, category, position, version, updated_at from faq
            """;

    /// A FAQ, and how often it was saved.
    record Kept(Faq faq, long version, Instant updatedAt) {

        FaqView toView() {
            return new FaqView(
                    faq.id(),
                    faq.question(),
                    faq.answer(),
                    faq.variants(),
                    faq.enabled(),
                    faq.category(),
                    faq.position(),
                    version,
                    updatedAt);
        }
    }

    /// Which FAQs are asked for.
    ///
    /// @param q words of the question, its variants or the answer; null for all
    record Filter(
            @Nullable String q,
            @Nullable String category,
            @Nullable Boolean enabled) {}

    private final DatabaseClient database;
    private final Clock clock;

    Faqs(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Kept> find(FaqId id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toKept);
    }

    Mono<Kept> lock(FaqId id) {
        return database.sql(SELECT + "where id = :id for update")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toKept);
    }

    /// Holds all FAQs until the transaction ends: no two get one question or one place. Answers go on.
    Mono<Void> lockAll() {
        return database.sql("select tenant from tenant for no key update").then();
    }

    /// In their order.
    Mono<List<Kept>> findAll() {
        return database.sql(SELECT + "order by position, id")
                .mapProperties(Row.class)
                .all()
                .map(Row::toKept)
                .collectList();
    }

    /// In their order, from after the cursor on.
    Mono<List<FaqView>> findPage(Filter filter, @Nullable FaqCursor after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        values.put("limit", limit);
        if (after != null) {
            conditions.add("(position, id) > (:position, :after)");
            values.put("position", after.position());
            values.put("after", after.id());
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            conditions.add("""
                    strpos(public.unaccent(lower(question || ' ' || answer || ' ' || array_to_string(variants, ' '))),
                           public.unaccent(lower(:q))) > 0
                    """);
            values.put("q", filter.q().strip());
        }
        if (filter.category() != null) {
            conditions.add("category = :category");
            values.put("category", filter.category());
        }
        if (filter.enabled() != null) {
            conditions.add("enabled = :enabled");
            values.put("enabled", filter.enabled());
        }
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return database.sql(SELECT + where + " order by position, id limit :limit")
                .bindValues(values)
                .mapProperties(Row.class)
                .all()
                .map(it -> it.toKept().toView())
                .collectList();
    }

    Mono<Void> save(Faq faq) {
        return database.sql("""
                        insert into faq (tenant, id, question, answer, variants, enabled, category, position, version,
                                         updated_at)
                        values (:tenant, :id, :question, :answer, :variants, :enabled, :category, :position, :version,
                                :updatedAt)
                        on conflict (tenant, id) do update set question = excluded.question,
                          answer = excluded.answer, variants = excluded.variants, enabled = excluded.enabled,
                          category = excluded.category, position = excluded.position, version = faq.version + 1,
                          updated_at = excluded.updated_at
                        """).bindProperties(Row.of(faq, clock.instant())).then();
    }

    Mono<Void> delete(FaqId id) {
        return database.sql("delete from faq where id = :id")
                .bind("id", id.value())
                .then();
    }

    record Row(
            UUID tenant,
            UUID id,
            String question,
            String answer,
            String[] variants,
            boolean enabled,
            @Nullable String category,
            int position,
            long version,
            Instant updatedAt) {

        private static final long FIRST = 1;

        static Row of(Faq faq, Instant now) {
            return new Row(
                    faq.tenant().value(),
                    faq.id().value(),
                    faq.question(),
                    faq.answer(),
                    faq.variants().toArray(String[]::new),
                    faq.enabled(),
                    faq.category(),
                    faq.position(),
                    FIRST,
                    now);
        }

        Kept toKept() {
            var faq = new Faq(
                    FaqId.of(id),
                    TenantId.of(tenant),
                    question,
                    answer,
                    List.of(variants),
                    enabled,
                    category,
                    position);
            return new Kept(faq, version, updatedAt);
        }
    }
}
