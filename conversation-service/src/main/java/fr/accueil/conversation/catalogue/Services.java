package fr.accueil.conversation.catalogue;

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

    private static final String SELECT = """
            select tenant, id, name, synonyms, duration_minutes, buffer_minutes, price_cents, price_from, bookable,
                   position
            from service
            """;

    private final DatabaseClient database;

    Services(DatabaseClient database) {
        this.database = database;
    }

    /// In their order.
    public Flux<ServiceSaved> findAll() {
        return database.sql(SELECT + "order by position, name, id")
                .mapProperties(Row.class)
                .all()
                .map(Row::toSaved);
    }

    Mono<ServiceSaved> lock(ServiceId id) {
        return database.sql(SELECT + "where id = :id for update")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toSaved);
    }

    Mono<Void> save(ServiceSaved saved) {
        return database.sql("""
                        insert into service (tenant, id, name, synonyms, duration_minutes, buffer_minutes, price_cents,
                                             price_from, bookable, position)
                        values (:tenant, :id, :name, :synonyms, :durationMinutes, :bufferMinutes, :priceCents,
                                :priceFrom, :bookable, :position)
                        on conflict (tenant, id) do update set
                          name = excluded.name, synonyms = excluded.synonyms,
                          duration_minutes = excluded.duration_minutes, buffer_minutes = excluded.buffer_minutes,
                          price_cents = excluded.price_cents, price_from = excluded.price_from,
                          bookable = excluded.bookable, position = excluded.position
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
            int position) {

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
                    saved.position());
        }

        ServiceSaved toSaved() {
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
