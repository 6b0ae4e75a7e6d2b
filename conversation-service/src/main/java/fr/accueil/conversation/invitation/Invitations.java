package fr.accueil.conversation.invitation;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The invitations of the tenant whose transaction is open, and where an address is invited to. Pending is one that is
/// neither accepted nor revoked; open one that has not expired either.
@Repository
class Invitations {

    private static final String COLUMNS =
            "tenant, id, email, role, invited_by, invited_by_name, created_at, expires_at";
    private static final String SELECT =
            "select " + COLUMNS + " from invitation where accepted_at is null and revoked_at is null ";

    private final DatabaseClient database;
    private final DatabaseClient relayDatabase;

    Invitations(DatabaseClient database, @Qualifier("relayDatabase") DatabaseClient relayDatabase) {
        this.database = database;
        this.relayDatabase = relayDatabase;
    }

    /// The latest first.
    Mono<List<Invitation>> findPending() {
        return database.sql(SELECT + "order by created_at desc, id")
                .mapProperties(Row.class)
                .all()
                .map(Row::toInvitation)
                .collectList();
    }

    /// Across tenants, which the relay role alone may ask.
    Mono<List<Invitation>> findOpenEverywhere(String email, Instant now) {
        return relayDatabase
                .sql(SELECT + "and email = :email and expires_at > :now order by created_at, id")
                .bind("email", email)
                .bind("now", now)
                .mapProperties(Row.class)
                .all()
                .map(Row::toInvitation)
                .collectList();
    }

    /// One for an address: who is invited again is invited longer, and as what was said last.
    Mono<Invitation> save(Invitation invitation) {
        return database.sql("""
                        insert into invitation (tenant, id, email, role, invited_by, invited_by_name, created_at,
                                                expires_at)
                        values (:tenant, :id, :email, :role, :invitedBy, :invitedByName, :createdAt, :expiresAt)
                        on conflict (tenant, email) where accepted_at is null and revoked_at is null
                        do update set role = excluded.role, invited_by = excluded.invited_by,
                          invited_by_name = excluded.invited_by_name, expires_at = excluded.expires_at
                        returning\s""" + COLUMNS)
                .bindProperties(Row.of(invitation))
                .mapProperties(Row.class)
                .one()
                .map(Row::toInvitation);
    }

    /// @return what is accepted thereby; empty when it is no longer open
    Mono<Invitation> accept(UUID id, String subject, Instant now) {
        return database.sql("""
                        update invitation set accepted_at = :now, accepted_by = :subject
                        where id = :id and accepted_at is null and revoked_at is null and expires_at > :now
                        returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("subject", subject)
                .bind("now", now)
                .mapProperties(Row.class)
                .one()
                .map(Row::toInvitation);
    }

    /// @return what is revoked thereby; empty when it is no longer pending
    Mono<Invitation> revoke(UUID id, Instant now) {
        return database.sql("""
                        update invitation set revoked_at = :now
                        where id = :id and accepted_at is null and revoked_at is null
                        returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("now", now)
                .mapProperties(Row.class)
                .one()
                .map(Row::toInvitation);
    }

    record Row(
            UUID tenant,
            UUID id,
            String email,
            String role,
            String invitedBy,
            String invitedByName,
            Instant createdAt,
            Instant expiresAt) {

        static Row of(Invitation invitation) {
            return new Row(
                    invitation.tenant().value(),
                    invitation.id(),
                    invitation.email(),
                    invitation.role().name().toLowerCase(Locale.ROOT),
                    invitation.invitedBy(),
                    invitation.invitedByName(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }

        Invitation toInvitation() {
            return new Invitation(
                    TenantId.of(tenant),
                    id,
                    email,
                    Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    invitedBy,
                    invitedByName,
                    createdAt,
                    expiresAt);
        }
    }
}
