package fr.accueil.conversation.tenant;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The tenant whose transaction is open.
@Repository
public class Tenants {

    private final DatabaseClient database;

    Tenants(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Tenant> find(TenantId id) {
        return database.sql("select tenant, name, vertical, time_zone, formal from tenant where tenant = :tenant")
                .bind("tenant", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toTenant);
    }

    Mono<Void> save(Tenant tenant) {
        return database.sql("""
                        insert into tenant (tenant, name, vertical, time_zone, formal)
                        values (:tenant, :name, :vertical, :timeZone, :formal)
                        on conflict (tenant) do update set name = excluded.name, vertical = excluded.vertical,
                          time_zone = excluded.time_zone, formal = excluded.formal
                        """).bindProperties(Row.of(tenant)).then();
    }

    record Row(UUID tenant, String name, String vertical, String timeZone, boolean formal) {

        static Row of(Tenant tenant) {
            return new Row(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.vertical().name().toLowerCase(Locale.ROOT),
                    tenant.timeZone(),
                    tenant.formal());
        }

        Tenant toTenant() {
            return new Tenant(
                    TenantId.of(tenant), name, Vertical.valueOf(vertical.toUpperCase(Locale.ROOT)), timeZone, formal);
        }
    }
}
