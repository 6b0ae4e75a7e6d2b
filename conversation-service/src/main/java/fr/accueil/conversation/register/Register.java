package fr.accueil.conversation.register;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.register.RegisterEntry.Act;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.BookingId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The register of the tenant whose transaction is open: a line is there if and only if it was done.
@Repository
public class Register {

    private static final String TODAY = "(cast(:at as timestamptz) at time zone t.time_zone)::date";

    private final DatabaseClient database;
    private final Clock clock;

    Register(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Somebody looks at a conversation: one line a day.
    public Mono<Void> opened(Member who, ConversationId conversation) {
        return add(who, Act.OPENED, conversation);
    }

    /// Somebody takes away all that is held on a customer.
    public Mono<Void> exported(Member who, ConversationId conversation) {
        return add(who, Act.EXPORTED, conversation);
    }

    /// Somebody has taken along all that is held on who never wrote: what was entered by hand.
    public Mono<Void> exported(Member who, BookingId booking, String customer) {
        return bound("""
                        insert into register_entry (id, at, day, person, person_name, act, booking, customer)
                        select :id, :at, %s, :person, :personName, :act, :booking, :customer from tenant t
                        """.formatted(TODAY), who, Act.EXPORTED)
                .bind("booking", booking.value())
                .bind("customer", customer)
                .then();
    }

    /// Somebody has erased a customer, of whom there is nothing more to say.
    public Mono<Void> erased(Member who, UUID erasure) {
        return bound("""
                        insert into register_entry (id, at, day, person, person_name, act, erasure)
                        select :id, :at, %s, :person, :personName, :act, :erasure from tenant t
                        """.formatted(TODAY), who, Act.ERASED)
                .bind("erasure", erasure)
                .then();
    }

    /// The latest first, from after the cursor on.
    Mono<List<RegisterEntry>> findLatest(@Nullable PageCursor after, int limit) {
        var select = database.sql("""
                        select id, at, person, person_name, act, conversation, customer, erasure
                        from register_entry %s order by at desc, id desc limit :limit
                        """.formatted(after == null ? "" : "where (at, id) < (:at, :id)"))
                .bind("limit", limit);
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(Row.class).all().map(Row::toEntry).collectList();
    }

    private Mono<Void> add(Member who, Act act, ConversationId conversation) {
        return bound("""
                        insert into register_entry (id, at, day, person, person_name, act, conversation, customer)
                        select :id, :at, %s, :person, :personName, :act, c.id, coalesce(k.name, k.address)
                        from tenant t
                        join conversation c on c.tenant = t.tenant and c.id = :conversation
                        join contact k on k.tenant = c.tenant and k.id = c.contact
                        on conflict do nothing
                        """.formatted(TODAY), who, act)
                .bind("conversation", conversation.value())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Member who, Act act) {
        return database.sql(sql)
                .bind("id", Ids.next())
                .bind("at", clock.instant())
                .bind("person", who.subject())
                .bind("personName", who.name())
                .bind("act", act.name().toLowerCase(Locale.ROOT));
    }

    record Row(
            UUID id,
            Instant at,
            String person,
            String personName,
            String act,
            @Nullable UUID conversation,
            @Nullable String customer,
            @Nullable UUID erasure) {

        RegisterEntry toEntry() {
            return new RegisterEntry(
                    id,
                    at,
                    person,
                    personName,
                    Act.valueOf(act.toUpperCase(Locale.ROOT)),
                    conversation == null ? null : ConversationId.of(conversation),
                    customer,
                    erasure);
        }
    }
}
