package fr.accueil.conversation.audit;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.Ids;
import fr.accueil.events.Wire;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The audit log of the tenant whose transaction is open: a line is there if and only if the change is.
@Repository
public class AuditLog {

    private static final int LONGEST_VALUE = 4000;

    private final DatabaseClient database;
    private final Clock clock;

    AuditLog(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Adds a line, in the transaction of the change. Nothing is written when before and after are the same.
    ///
    /// @param target id of what was changed
    /// @param label what a person would call it
    /// @param before what it was, as a record; null when it is new
    /// @param after what it is; null when it is gone
    public Mono<Void> record(
            Member who, Action action, Object target, String label, @Nullable Object before, @Nullable Object after) {
        return before != null && before.equals(after)
                ? Mono.empty()
                : add(who, action, target, label, changes(before, after));
    }

    /// Adds a line about something that has no before and after.
    public Mono<Void> record(Member who, Action action, Object target, String label) {
        return add(who, action, target, label, List.of());
    }

    private Mono<Void> add(Member who, Action action, Object target, String label, List<AuditEntry.Change> changes) {
        return database.sql("""
                        insert into audit_entry (id, at, person, person_name, action, target, label, changes)
                        values (:id, :at, :person, :personName, :action, :target, :label, cast(:changes as jsonb))
                        """)
                .bindProperties(new Row(
                        Ids.next(),
                        clock.instant(),
                        who.subject(),
                        who.name(),
                        action.name().toLowerCase(Locale.ROOT),
                        target.toString(),
                        label,
                        Wire.json().writeValueAsString(changes)))
                .then();
    }

    /// The latest first, from after the cursor on.
    Mono<List<AuditEntry>> findLatest(@Nullable Kind kind, @Nullable PageCursor after, int limit) {
        var select = database.sql("""
                        select id, at, person, person_name, action, target, label, changes::text as changes
                        from audit_entry where true%s%s order by at desc, id desc limit :limit
                        """.formatted(
                                kind == null ? "" : " and action = any(:actions)",
                                after == null ? "" : " and (at, id) < (:at, :id)"))
                .bind("limit", limit);
        if (kind != null) {
            select = select.bind("actions", kind.names());
        }
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(Row.class).all().map(Row::toEntry).collectList();
    }

    private static List<AuditEntry.Change> changes(@Nullable Object before, @Nullable Object after) {
        var from = tree(before);
        var to = tree(after);
        var fields = new TreeSet<String>(from.propertyNames());
        fields.addAll(to.propertyNames());
        fields.remove("version");
        return fields.stream()
                .map(it -> new AuditEntry.Change(it, text(from.path(it)), text(to.path(it))))
                .filter(it -> !Objects.equals(it.from(), it.to()))
                .toList();
    }

    private static JsonNode tree(@Nullable Object state) {
        return state == null ? Wire.json().createObjectNode() : Wire.json().valueToTree(state);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        var text = value.isString() ? value.asString() : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    record Row(
            UUID id,
            Instant at,
            String person,
            String personName,
            String action,
            String target,
            String label,
            String changes) {

        AuditEntry toEntry() {
            return new AuditEntry(
                    id,
                    at,
                    person,
                    personName,
                    Action.valueOf(action.toUpperCase(Locale.ROOT)),
                    target,
                    label,
                    List.of(Wire.json().readValue(changes, AuditEntry.Change[].class)));
        }
    }
}
