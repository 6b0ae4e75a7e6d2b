package fr.accueil.conversation.team;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The team of the tenant whose transaction is open, and which tenants a person belongs to.
@Repository
class Members {

    private final DatabaseClient database;
    private final DatabaseClient relayDatabase;

    Members(DatabaseClient database, @Qualifier("relayDatabase") DatabaseClient relayDatabase) {
        this.database = database;
        this.relayDatabase = relayDatabase;
    }

    Mono<Member> find(String subject) {
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

    Mono<Void> save(Member member) {
        return database.sql("""
                        insert into member (tenant, subject, name, email, role)
                        values (:tenant, :subject, :name, :email, :role)
                        on conflict (tenant, subject) do update set name = excluded.name, email = excluded.email,
                          role = excluded.role
                        """).bindProperties(Row.of(member)).then();
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
