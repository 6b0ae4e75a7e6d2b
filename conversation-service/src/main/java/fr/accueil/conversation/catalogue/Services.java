package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The services of the tenant whose transaction is open.
@Repository
public class Services {

    private static final long FIRST = 1;

    private static final String SELECT = """
            select tenant, id, name, synonyms, duration_minutes, buffer_minutes, price_cents, price_from, bookable,
                   position, version
            from service
            """;

    private final DatabaseClient database;

    Services(DatabaseClient database) {
        this.database = database;
    }

    /// In their order.
    public Flux<ServiceSaved> findAll() {
        return findAllVersioned().map(Versioned::value);
    }

    /// In their order, with how often each was saved.
    Flux<Versioned<ServiceSaved>> findAllVersioned() {
        return database.sql(SELECT + "order by position, name, id")
                .mapProperties(Row.class)
                .all()
                .map(Row::toVersioned);
    }

    /// Holds the whole catalogue until the transaction ends: no two get one name or one place. Bookings go on.
    Mono<Void> lockAll() {
        return database.sql("select tenant from tenant for no key update").then();
    }

    Mono<ServiceSaved> lock(ServiceId id) {
        return lockVersioned(id).map(Versioned::value);
    }

    Mono<Versioned<ServiceSaved>> lockVersioned(ServiceId id) {
        return database.sql(SELECT + "where id = :id for update")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toVersioned);
    }

    Mono<Void> delete(ServiceId id) {
        return database.sql("delete from service where id = :id")
                .bind("id", id.value())
                .then();
    }

    Mono<Void> save(ServiceSaved saved) {
        return database.sql("""
                        insert into service (tenant, id, name, synonyms, duration_minutes, buffer_minutes, price_cents,
                                             price_from, bookable, position, version)
                        values (:tenant, :id, :name, :synonyms, :durationMinutes, :bufferMinutes, :priceCents,
                                :priceFrom, :bookable, :position, :version)
                        on conflict (tenant, id) do update set
                          name = excluded.name, synonyms = excluded.synonyms,
                          duration_minutes = excluded.duration_minutes, buffer_minutes = excluded.buffer_minutes,
                          price_cents = excluded.price_cents, price_from = excluded.price_from,
                          bookable = excluded.bookable, position = excluded.position,
                          version = service.version + 1
                        """).bindProperties(Row.of(saved)).then();
    }

    record Row(
            UUID tenant,
            UUID id,
            String name,
            String[] synonyms,
            int durationMinutes,
            int bufferMinutes,
            @Nullable Integer priceCents,
            boolean priceFrom,
            boolean bookable,
            int position,
            long version) {

        static Row of(ServiceSaved saved) {
            return new Row(
                    saved.tenant().value(),
                    saved.service().value(),
                    saved.name(),
                    saved.synonyms().toArray(String[]::new),
                    saved.durationMinutes(),
                    saved.bufferMinutes(),
                    saved.priceCents(),
                    saved.priceFrom(),
                    saved.bookable(),
                    saved.position(),
                    FIRST);
        }

        Versioned<ServiceSaved> toVersioned() {
            return new Versioned<>(toSaved(), version);
        }

        private ServiceSaved toSaved() {
            return new ServiceSaved(
                    ServiceId.of(id),
                    TenantId.of(tenant),
                    name,
                    List.of(synonyms),
                    durationMinutes,
                    bufferMinutes,
                    priceCents,
                    priceFrom,
                    bookable,
                    position);
        }
    }
}
