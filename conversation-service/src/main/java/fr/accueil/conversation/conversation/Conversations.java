package fr.accueil.conversation.conversation;

import fr.accueil.conversation.contact.ErasedCustomers;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The conversations of the tenant whose transaction is open.
@Repository
public class Conversations {

    private static final String SELECT = """
            select c.tenant, c.id, c.version, c.episode, c.channel, c.contact,
                   k.name as contact_name, k.phone as contact_phone, k.address as contact_address,
                   c.status, c.awaiting, c.leader, c.leader_person, c.leader_name, c.leader_number, c.fenced_number,
                   c.last_message::text as last_message, c.unread, c.last_activity_at, c.free_text_until,
                   c.opted_out_at
            from conversation c left join contact k on k.tenant = c.tenant and k.id = c.contact
            """;

    private final DatabaseClient database;
    private final ErasedCustomers erased;
    private final Clock clock;

    Conversations(DatabaseClient database, ErasedCustomers erased, Clock clock) {
        this.database = database;
        this.erased = erased;
        this.clock = clock;
    }

    /// Holds the conversation that another service speaks of; creates it when this is the first that is heard of it.
    /// Empty when its customer was erased after that happened: then nothing may come of it. Looked up under the
    /// lock, so that an erasure that goes on is waited for.
    ///
    /// @throws NobodyWroteSince (as an error) when its customer was erased before that: only they begin anew
    Mono<Conversation> lockFor(Envelope envelope) {
        return lockUnlessErased(
                envelope,
                () -> erased.know(envelope.requireTenant(), envelope.conversation())
                        .filter(known -> !known)
                        .switchIfEmpty(Mono.error(NobodyWroteSince::new))
                        .flatMap(_ -> lockOrOpen(envelope.requireTenant(), envelope.conversation())));
    }

    /// Holds the conversation in which a customer wrote; creates it when this is the first that is heard of it.
    /// Empty when they were erased after they wrote.
    public Mono<Conversation> lockToRead(Envelope envelope) {
        return lockUnlessErased(envelope, () -> lockOrOpen(envelope.requireTenant(), envelope.conversation()));
    }

    private Mono<Conversation> lockUnlessErased(Envelope envelope, Supplier<Mono<Conversation>> otherwise) {
        return requestLock(envelope.conversation())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> erased.cover(envelope.requireTenant(), envelope.conversation(), envelope.time())
                        .filter(gone -> !gone)
                        .flatMap(_ -> known.map(Mono::just).orElseGet(otherwise)));
    }

    /// Holds the conversation until the transaction ends; creates it when this is the first that is heard of it.
    public Mono<Conversation> lockOrOpen(TenantId tenant, ConversationId id) {
        return requestLock(id).switchIfEmpty(Mono.defer(() -> insert(tenant, id).then(requestLock(id))));
    }

    /// Holds the conversation until the transaction ends.
    ///
    /// @throws ConversationUnknown (as an error) when this tenant has none of that id to show
    public Mono<Conversation> lock(ConversationId id) {
        return requestLock(id)
                .filter(it -> it.correspondent() != null)
                .switchIfEmpty(Mono.error(ConversationUnknown::new));
    }

    /// Holds until the transaction ends the conversation in which this phone's customer wrote last. Empty when they
    /// have not written.
    ///
    /// @param phone E.164
    public Mono<Conversation> lockLatestOf(String phone) {
        return database.sql(SELECT + """
                        where k.phone = :phone and c.channel is not null
                        order by c.last_activity_at desc, c.id limit 1 for update of c
                        """)
                .bind("phone", phone)
                .mapProperties(ConversationRow.class)
                .one()
                .map(ConversationRow::toConversation);
    }

    /// Holds what a person leads until the transaction ends.
    public Mono<List<Conversation>> lockLedBy(String subject) {
        return database.sql(SELECT + "where c.leader_person = :subject order by c.id for update of c")
                .bind("subject", subject)
                .mapProperties(ConversationRow.class)
                .all()
                .map(ConversationRow::toConversation)
                .collectList();
    }

    /// @throws ConversationUnknown (as an error) when this tenant has none of that id to show
    public Mono<Conversation> load(ConversationId id) {
        return database.sql(SELECT + "where c.id = :id and c.channel is not null")
                .bind("id", id.value())
                .mapProperties(ConversationRow.class)
                .one()
                .map(ConversationRow::toConversation)
                .switchIfEmpty(Mono.error(ConversationUnknown::new));
    }

    /// The latest first, from after the cursor on.
    ///
    /// @param masked who asks may not see phone numbers, and finds nobody by one either
    Mono<List<Conversation>> findLatest(InboxQuery query, int limit, boolean masked) {
        return database.sql("select set_config('accueil.phones_masked', :masked, true)")
                .bind("masked", masked ? "on" : "off")
                .then()
                .then(Mono.defer(() -> findLatest(query, limit)));
    }

    private Mono<List<Conversation>> findLatest(InboxQuery query, int limit) {
        var sql = SELECT + "where c.channel is not null"
                + (query.status() == null ? "" : " and c.status = :status")
                + (query.words() == null ? "" : " and c.id in (select search_conversations(:words))")
                + (query.after() == null ? "" : " and (c.last_activity_at, c.id) < (:at, :id)")
                + " order by c.last_activity_at desc, c.id desc limit :limit";
        var select = database.sql(sql).bind("limit", limit);
        if (query.status() != null) {
            select = select.bind("status", ConversationRow.lower(query.status()));
        }
        if (query.words() != null) {
            select = select.bind("words", query.words());
        }
        if (query.after() != null) {
            select = select.bind("at", query.after().at())
                    .bind("id", query.after().id());
        }
        return select.mapProperties(ConversationRow.class)
                .all()
                .map(ConversationRow::toConversation)
                .collectList();
    }

    Mono<Void> save(Conversation conversation) {
        var row = ConversationRow.of(conversation);
        return database.sql("""
                        update conversation set
                          version = :version, episode = :episode, channel = :channel, contact = :contact,
                          status = :status, awaiting = :awaiting, leader = :leader, leader_person = :leaderPerson,
                          leader_name = :leaderName, leader_number = :leaderNumber,
                          fenced_number = :fencedNumber, opted_out_at = :optedOutAt,
                          last_message = cast(:lastMessage as jsonb), unread = :unread,
                          last_activity_at = :lastActivityAt, free_text_until = :freeTextUntil
                        where tenant = :tenant and id = :id
                        """)
                .bind("tenant", row.tenant())
                .bind("id", row.id())
                .bind("version", row.version())
                .bind("episode", row.episode())
                .bind("channel", Parameter.fromOrEmpty(row.channel(), UUID.class))
                .bind("contact", Parameter.fromOrEmpty(row.contact(), UUID.class))
                .bind("status", row.status())
                .bind("awaiting", Parameter.fromOrEmpty(row.awaiting(), String.class))
                .bind("leader", row.leader())
                .bind("leaderPerson", Parameter.fromOrEmpty(row.leaderPerson(), String.class))
                .bind("leaderName", Parameter.fromOrEmpty(row.leaderName(), String.class))
                .bind("leaderNumber", row.leaderNumber())
                .bind("fencedNumber", row.fencedNumber())
                .bind("optedOutAt", Parameter.fromOrEmpty(row.optedOutAt(), Instant.class))
                .bind("lastMessage", Parameter.fromOrEmpty(row.lastMessage(), String.class))
                .bind("unread", row.unread())
                .bind("lastActivityAt", row.lastActivityAt())
                .bind("freeTextUntil", Parameter.fromOrEmpty(row.freeTextUntil(), Instant.class))
                .then();
    }

    private Mono<Conversation> requestLock(ConversationId id) {
        return database.sql(SELECT + "where c.id = :id for update of c")
                .bind("id", id.value())
                .mapProperties(ConversationRow.class)
                .one()
                .map(ConversationRow::toConversation);
    }

    private Mono<Void> insert(TenantId tenant, ConversationId id) {
        return database.sql("""
                        insert into conversation (tenant, id, last_activity_at) values (:tenant, :id, :now)
                        on conflict do nothing
                        """)
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .then();
    }
}
