package fr.accueil.conversation.team;

import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The team of the tenant whose transaction is open, and which tenants a person belongs to.
@Repository
public class Members {

    private final DatabaseClient database;
    private final DatabaseClient relayDatabase;
    private final Clock clock;

    Members(DatabaseClient database, @Qualifier("relayDatabase") DatabaseClient relayDatabase, Clock clock) {
        this.database = database;
        this.relayDatabase = relayDatabase;
        this.clock = clock;
    }

    public Mono<Member> find(String subject) {
        return database.sql("select tenant, subject, name, email, role from member where subject = :subject")
                .bind("subject", subject)
                .mapProperties(Row.class)
                .one()
                .map(Row::toMember);
    }

    /// Across tenants, which the relay role alone may ask.
    Mono<List<Member>> findEverywhere(String subject) {
        return relayDatabase
                .sql("select tenant, subject, name, email, role from member where subject = :subject order by tenant")
                .bind("subject", subject)
                .mapProperties(Row.class)
                .all()
                .map(Row::toMember)
                .collectList();
    }

    /// The whole team, who joined first first.
    public Mono<List<Versioned<Teammate>>> findAll() {
        return select("order by joined_at, subject");
    }

    /// Holds the whole team until the transaction ends.
    Mono<List<Versioned<Teammate>>> lockAll() {
        return select("order by subject for update");
    }

    private Mono<List<Versioned<Teammate>>> select(String order) {
        return database.sql("select tenant, subject, name, email, role, joined_at, version from member " + order)
                .mapProperties(TeammateRow.class)
                .all()
                .map(TeammateRow::toTeammate)
                .collectList();
    }

    Mono<Void> save(Member member) {
        return database.sql("""
                        insert into member (tenant, subject, name, email, role, joined_at)
                        values (:tenant, :subject, :name, :email, :role, :now)
                        on conflict (tenant, subject) do update set name = excluded.name, email = excluded.email,
                          role = excluded.role, version = member.version + 1
                        """)
                .bindProperties(Row.of(member))
                .bind("now", clock.instant())
                .then();
    }

    /// Holds the member until the transaction ends.
    ///
    /// @return whether this is newer than what the sign-in provider has said of them before
    Mono<Boolean> hear(String subject, Instant at) {
        return database.sql("""
                        update member set told_at = :at
                        where subject = :subject and (told_at is null or told_at < :at)
                        """)
                .bind("subject", subject)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> delete(String subject) {
        return database.sql("delete from member where subject = :subject")
                .bind("subject", subject)
                .then();
    }

    record TeammateRow(
            UUID tenant, String subject, String name, String email, String role, Instant joinedAt, long version) {

        Versioned<Teammate> toTeammate() {
            var member = new Row(tenant, subject, name, email, role).toMember();
            return new Versioned<>(new Teammate(member, joinedAt), version);
        }
    }

    record Row(UUID tenant, String subject, String name, String email, String role) {

        static Row of(Member member) {
            return new Row(
                    member.tenant().value(),
                    member.subject(),
                    member.name(),
                    member.email(),
                    member.role().name().toLowerCase(Locale.ROOT));
        }

        Member toMember() {
            return new Member(TenantId.of(tenant), subject, name, email, Role.valueOf(role.toUpperCase(Locale.ROOT)));
        }
    }
}
