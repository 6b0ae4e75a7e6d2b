package fr.accueil.conversation.hours;

import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursException;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Opening hours and practitioners of the tenant whose transaction is open.
@Repository
public class Hours {

    private static final long FIRST = 1;

    private final DatabaseClient database;

    Hours(DatabaseClient database) {
        this.database = database;
    }

    /// Empty while nobody has said them: then nothing can be booked.
    public Mono<HoursSaved> find() {
        return read("").map(Versioned::value);
    }

    /// With how often they were saved.
    Mono<Versioned<HoursSaved>> findVersioned() {
        return read("");
    }

    /// Holds the agenda of the business until the transaction ends: whoever changes what is taken does it one after the
    /// other.
    public Mono<HoursSaved> lock() {
        return lockVersioned().map(Versioned::value);
    }

    Mono<Versioned<HoursSaved>> lockVersioned() {
        return read("for update");
    }

    private Mono<Versioned<HoursSaved>> read(String locking) {
        return database.sql("""
                        select tenant, holiday_region, worked_holidays, week::text as week,
                               exceptions::text as exceptions, seats, lead_minutes, horizon_days, grid_minutes,
                               strict_grid, version
                        from opening_hours
                        """ + locking)
                .mapProperties(Row.class)
                .one()
                .flatMap(row -> practitioners().collectList().map(row::toVersioned));
    }

    private Flux<Practitioner> practitioners() {
        return database.sql("""
                        select id, name, services, week::text as week, exceptions::text as exceptions, position
                        from practitioner order by position, id
                        """).mapProperties(PractitionerRow.class).all().map(PractitionerRow::toPractitioner);
    }

    Mono<Void> save(HoursSaved saved) {
        return database.sql("""
                        insert into opening_hours (tenant, holiday_region, worked_holidays, week, exceptions, seats,
                                                   lead_minutes, horizon_days, grid_minutes, strict_grid, version)
                        values (:tenant, :holidayRegion, :workedHolidays, cast(:week as jsonb),
                                cast(:exceptions as jsonb), :seats, :leadMinutes, :horizonDays, :gridMinutes,
                                :strictGrid, :version)
                        on conflict (tenant) do update set
                          holiday_region = excluded.holiday_region, worked_holidays = excluded.worked_holidays,
                          week = excluded.week, exceptions = excluded.exceptions, seats = excluded.seats,
                          lead_minutes = excluded.lead_minutes, horizon_days = excluded.horizon_days,
                          grid_minutes = excluded.grid_minutes, strict_grid = excluded.strict_grid,
                          version = opening_hours.version + 1
                        """)
                .bindProperties(Row.of(saved))
                .then()
                .then(Mono.defer(() -> database.sql("delete from practitioner").then()))
                .thenMany(Flux.fromIterable(saved.practitioners()).index())
                .concatMap(it -> insert(PractitionerRow.of(it.getT1().intValue(), it.getT2())))
                .then();
    }

    private Mono<Void> insert(PractitionerRow practitioner) {
        return database.sql("""
                        insert into practitioner (id, name, services, week, exceptions, position)
                        values (:id, :name, :services, cast(:week as jsonb), cast(:exceptions as jsonb), :position)
                        """).bindProperties(practitioner).then();
    }

    private static String json(Object value) {
        return Wire.json().writeValueAsString(value);
    }

    private static List<DayPeriods> days(String json) {
        return List.of(Wire.json().readValue(json, DayPeriods[].class));
    }

    private static List<HoursException> exceptions(String json) {
        return List.of(Wire.json().readValue(json, HoursException[].class));
    }

    record Row(
            UUID tenant,
            String holidayRegion,
            String[] workedHolidays,
            String week,
            String exceptions,
            int seats,
            int leadMinutes,
            int horizonDays,
            int gridMinutes,
            boolean strictGrid,
            long version) {

        static Row of(HoursSaved saved) {
            var rules = saved.rules();
            return new Row(
                    saved.tenant().value(),
                    saved.holidayRegion(),
                    saved.workedHolidays().toArray(String[]::new),
                    json(saved.week()),
                    json(saved.exceptions()),
                    saved.seats(),
                    rules.leadMinutes(),
                    rules.horizonDays(),
                    rules.gridMinutes(),
                    rules.strictGrid(),
                    FIRST);
        }

        Versioned<HoursSaved> toVersioned(List<Practitioner> practitioners) {
            return new Versioned<>(toSaved(practitioners), version);
        }

        private HoursSaved toSaved(List<Practitioner> practitioners) {
            return new HoursSaved(
                    TenantId.of(tenant),
                    holidayRegion,
                    List.of(workedHolidays),
                    days(week),
                    Hours.exceptions(exceptions),
                    practitioners,
                    seats,
                    new BookingRules(leadMinutes, horizonDays, gridMinutes, strictGrid));
        }
    }

    record PractitionerRow(
            UUID id, String name, UUID[] services, @Nullable String week, String exceptions, int position) {

        static PractitionerRow of(int position, Practitioner practitioner) {
            var week = practitioner.week();
            return new PractitionerRow(
                    practitioner.practitioner().value(),
                    practitioner.name(),
                    practitioner.services().stream().map(ServiceId::value).toArray(UUID[]::new),
                    week == null ? null : json(week),
                    json(practitioner.exceptions()),
                    position);
        }

        Practitioner toPractitioner() {
            return new Practitioner(
                    PractitionerId.of(id),
                    name,
                    Arrays.stream(services).map(ServiceId::of).toList(),
                    week == null ? null : days(week),
                    Hours.exceptions(exceptions));
        }
    }
}
