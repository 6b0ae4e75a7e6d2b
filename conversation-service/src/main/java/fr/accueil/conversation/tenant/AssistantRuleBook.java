package fr.accueil.conversation.tenant;

import fr.accueil.conversation.tenant.AssistantRules.Caution;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// How the assistant of the tenant whose transaction is open goes about it.
@Repository
public class AssistantRuleBook {

    private static final Row USUAL = Row.of(AssistantRules.USUAL, 1);

    private final DatabaseClient database;

    AssistantRuleBook(DatabaseClient database) {
        this.database = database;
    }

    /// With how often it was saved.
    public Mono<Versioned<AssistantRules>> findVersioned() {
        return database.sql("select quiet_seconds, deadline_seconds, caution, version from assistant_rules")
                .mapProperties(Row.class)
                .one()
                .defaultIfEmpty(USUAL)
                .map(row -> new Versioned<>(row.toRules(), row.version()));
    }

    Mono<Void> save(AssistantRules rules, long version) {
        return database.sql("""
                        insert into assistant_rules (quiet_seconds, deadline_seconds, caution, version)
                        values (:quietSeconds, :deadlineSeconds, :caution, :version)
                        on conflict (tenant) do update set
                          quiet_seconds = excluded.quiet_seconds, deadline_seconds = excluded.deadline_seconds,
                          caution = excluded.caution, version = excluded.version
                        """).bindProperties(Row.of(rules, version)).then();
    }

    record Row(int quietSeconds, int deadlineSeconds, String caution, long version) {

        static Row of(AssistantRules it, long version) {
            return new Row(
                    it.quietSeconds(), it.deadlineSeconds(), it.caution().name().toLowerCase(Locale.ROOT), version);
        }

        AssistantRules toRules() {
            return new AssistantRules(quietSeconds, deadlineSeconds, Caution.valueOf(caution.toUpperCase(Locale.ROOT)));
        }
    }
}
