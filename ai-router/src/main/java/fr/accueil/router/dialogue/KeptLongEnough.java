package fr.accueil.router.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes what was said so long ago that the business keeps it no longer, some of it at a time. Inside the
/// tenant's transaction.
@Component
class KeptLongEnough {

    static final int AT_ONCE = 200;

    private final DatabaseClient database;

    KeptLongEnough(DatabaseClient database) {
        this.database = database;
    }

    /// What still waits for an answer stays.
    ///
    /// @return whether there may be more
    Mono<Boolean> deleteSome(Instant before) {
        return Flux.concat(delete("heard", "and outcome is not null", before), delete("said", "", before))
                .collectList()
                .delayUntil(touched -> deleteEmptied(
                        touched.stream().flatMap(List::stream).distinct().toArray(UUID[]::new)))
                .map(touched -> touched.stream().anyMatch(it -> it.size() >= AT_ONCE));
    }

    /// @return of each row the conversation
    private Mono<List<UUID>> delete(String table, String which, Instant before) {
        return database.sql("""
                        delete from %s where message in (
                          select message from %s where at < :before %s order by at limit :limit for update skip locked)
                        returning conversation""".formatted(table, table, which))
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    /// That somebody wants no messages stays known; what was remembered of them does not.
    private Mono<Void> deleteEmptied(UUID[] touched) {
        return database.sql("""
                        with emptied as (
                          select conversation from dialogue d where conversation = any(:touched)
                            and not exists (select from heard h where h.conversation = d.conversation)
                            and not exists (select from said s where s.conversation = d.conversation)
                          for update skip locked),
                        kept as (
                          update dialogue set memory = '{}', version = version + 1
                          where opted_out_at is not null and conversation in (select conversation from emptied))
                        delete from dialogue
                        where opted_out_at is null and conversation in (select conversation from emptied)""").bind("touched", touched).then();
    }
}
