package fr.accueil.conversation.tenant;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The tenant whose transaction is open.
@Repository
public class Tenants {

    private static final long FIRST = 1;

    private final DatabaseClient database;

    Tenants(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Tenant> find(TenantId id) {
        return select(id, "").map(Row::toTenant);
    }

    /// With how often it was saved.
    public Mono<Versioned<Tenant>> findVersioned(TenantId id) {
        return select(id, "").map(Row::toVersioned);
    }

    /// Holds the business's row until the transaction ends.
    Mono<Versioned<Tenant>> lock(TenantId id) {
        return select(id, "for update").map(Row::toVersioned);
    }

    private Mono<Row> select(TenantId id, String locking) {
        return database.sql("""
                        select tenant, name, vertical, time_zone, formal, street, postal_code, city, signature,
                               version
                        from tenant where tenant = :tenant
                        """ + locking)
                .bind("tenant", id.value())
                .mapProperties(Row.class)
                .one();
    }

    /// @return false when there is one already, which is left as it is
    Mono<Boolean> open(Tenant tenant, String subject) {
        return database.sql("""
                        insert into tenant (tenant, name, vertical, time_zone, formal, street, postal_code, city,
                                            signature, version, opened_by)
                        values (:tenant, :name, :vertical, :timeZone, :formal, :street, :postalCode, :city, :signature,
                                :version, :subject)
                        on conflict (tenant) do nothing
                        """)
                .bindProperties(Row.of(tenant))
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> save(Tenant tenant) {
        return database.sql("""
                        insert into tenant (tenant, name, vertical, time_zone, formal, street, postal_code, city,
                                            signature, version)
                        values (:tenant, :name, :vertical, :timeZone, :formal, :street, :postalCode, :city, :signature,
                                :version)
                        on conflict (tenant) do update set name = excluded.name, vertical = excluded.vertical,
                          time_zone = excluded.time_zone, formal = excluded.formal, street = excluded.street,
                          postal_code = excluded.postal_code, city = excluded.city, signature = excluded.signature,
                          version = tenant.version + 1
                        """).bindProperties(Row.of(tenant)).then();
    }

    record Row(
            UUID tenant,
            String name,
            String vertical,
            String timeZone,
            boolean formal,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String signature,
            long version) {

        static Row of(Tenant tenant) {
            var address = tenant.address();
            return new Row(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.vertical().name().toLowerCase(Locale.ROOT),
                    tenant.timeZone(),
                    tenant.formal(),
                    address == null ? null : address.street(),
                    address == null ? null : address.postalCode(),
                    address == null ? null : address.city(),
                    tenant.signature(),
                    FIRST);
        }

        Versioned<Tenant> toVersioned() {
            return new Versioned<>(toTenant(), version);
        }

        Tenant toTenant() {
            return new Tenant(
                    TenantId.of(tenant),
                    name,
                    Vertical.valueOf(vertical.toUpperCase(Locale.ROOT)),
                    timeZone,
                    formal,
                    street == null || postalCode == null || city == null ? null : new Address(street, postalCode, city),
                    signature);
        }
    }
}
