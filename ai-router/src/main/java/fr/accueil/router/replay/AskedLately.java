package fr.accueil.router.replay;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What customers wrote lately. Inside the tenant's transaction.
@Component
class AskedLately {

    private static final int LONGEST = 1000;

    private final DatabaseClient database;

    AskedLately(DatabaseClient database) {
        this.database = database;
    }

    /// The latest first, what was written the same way once.
    Flux<Asked> since(Instant since, int atMost) {
        return database.sql("""
                        select (array_agg(body order by at desc))[1] as text, count(*)::int as times,
                          max(at) as last_at
                        from heard
                        where at >= :since and kind = 'text' and length(body) between 2 and :longest
                        group by lower(btrim(body) collate "pg_c_utf8")
                        order by max(at) desc limit :limit""")
                .bind("since", since)
                .bind("longest", LONGEST)
                .bind("limit", atMost)
                .mapProperties(Asked.class)
                .all();
    }

    /// @param times how often
    record Asked(String text, int times, Instant lastAt) {}
}
