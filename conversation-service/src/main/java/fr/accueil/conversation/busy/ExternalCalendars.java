package fr.accueil.conversation.busy;

import fr.accueil.events.CalendarId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The external calendars of the tenant whose transaction is open.
@Repository
class ExternalCalendars {

    private static final String SELECT = """
            select id, name, practitioner, sealed_address, host, added_at, read_at, trouble, busy::text as busy
            from external_calendar
            """;

    private final DatabaseClient database;

    ExternalCalendars(DatabaseClient database) {
        this.database = database;
    }

    /// The first that was added first.
    Flux<ExternalCalendar> findAll() {
        return database.sql(SELECT + "order by added_at, id")
                .mapProperties(Row.class)
                .all()
                .map(Row::toCalendar);
    }

    Mono<ExternalCalendar> find(CalendarId id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toCalendar);
    }

    Mono<Void> insert(ExternalCalendar calendar) {
        return database.sql("""
                        insert into external_calendar (id, name, practitioner, sealed_address, host, added_at, read_at,
                                                       trouble, busy)
                        values (:id, :name, :practitioner, :sealedAddress, :host, :addedAt, :readAt, :trouble,
                                cast(:busy as jsonb))
                        """).bindProperties(Row.of(calendar)).then();
    }

    /// What was read of it, or why nothing was.
    Mono<Void> save(ExternalCalendar calendar) {
        var row = Row.of(calendar);
        return database.sql("""
                        update external_calendar set
                          sealed_address = :sealedAddress, read_at = :readAt, trouble = :trouble,
                          busy = cast(:busy as jsonb)
                        where id = :id
                        """)
                .bind("id", row.id())
                .bind("sealedAddress", row.sealedAddress())
                .bind("readAt", row.readAt())
                .bind("trouble", Parameter.fromOrEmpty(row.trouble(), String.class))
                .bind("busy", row.busy())
                .then();
    }

    Mono<Void> delete(CalendarId id) {
        return database.sql("delete from external_calendar where id = :id")
                .bind("id", id.value())
                .then();
    }

    record Row(
            UUID id,
            String name,
            @Nullable UUID practitioner,
            String sealedAddress,
            String host,
            Instant addedAt,
            Instant readAt,
            @Nullable String trouble,
            String busy) {

        static Row of(ExternalCalendar calendar) {
            var practitioner = calendar.practitioner();
            var trouble = calendar.trouble();
            return new Row(
                    calendar.id().value(),
                    calendar.name(),
                    practitioner == null ? null : practitioner.value(),
                    calendar.sealedAddress(),
                    calendar.host(),
                    calendar.addedAt(),
                    calendar.readAt(),
                    trouble == null ? null : trouble.name().toLowerCase(Locale.ROOT),
                    Wire.json().writeValueAsString(calendar.busy()));
        }

        ExternalCalendar toCalendar() {
            return new ExternalCalendar(
                    CalendarId.of(id),
                    name,
                    practitioner == null ? null : PractitionerId.of(practitioner),
                    sealedAddress,
                    host,
                    addedAt,
                    readAt,
                    trouble == null ? null : Trouble.valueOf(trouble.toUpperCase(Locale.ROOT)),
                    List.of(Wire.json().readValue(busy, BusyPeriod[].class)));
        }
    }
}
