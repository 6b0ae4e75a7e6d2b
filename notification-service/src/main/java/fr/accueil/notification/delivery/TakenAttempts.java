package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What Twilio took, by its own names: for who asks it what became of them. Joins the caller's transaction of the
/// tenant.
@Component
public class TakenAttempts {

    private static final String COLUMNS = """
            select provider_sid, conversation, message, part, id, started_at, state from attempt
            where tenant = :tenant and channel = :channel and coalesce(news_at, started_at) <= :settled
              and provider_sid\s""";

    private final DatabaseClient database;

    TakenAttempts(DatabaseClient database) {
        this.database = database;
    }

    /// Those that neither arrived nor failed, the newest first. One that was asked for is asked for again when as much
    /// time has gone by once more as there was between its last news and that: a phone may be off for days.
    ///
    /// @param since none that began earlier
    /// @param settled none of which there was news later
    /// @param wanted one that was last asked for earlier is asked for again in any case
    public Mono<List<TakenAttempt>> findUnfinished(
            TenantId tenant, ChannelId channel, Instant since, Instant settled, Instant wanted, Instant now, int most) {
        return select("""
                        is not null and state in ('accepted', 'sent') and started_at >= :since
                          and (asked_at is null or asked_at < :wanted
                            or asked_at + (asked_at - coalesce(news_at, started_at)) <= :now)
                        order by started_at desc limit :most""", tenant, channel, settled)
                .bind("since", since)
                .bind("wanted", wanted)
                .bind("now", now)
                .bind("most", most)
                .map(TakenAttempts::toTaken)
                .all()
                .collectList();
    }

    /// Ours of these names.
    ///
    /// @param settled none of which there was news later
    public Mono<List<TakenAttempt>> find(TenantId tenant, ChannelId channel, Instant settled, Collection<String> sids) {
        return select("= any(:sids)", tenant, channel, settled)
                .bind("sids", sids.toArray(String[]::new))
                .map(TakenAttempts::toTaken)
                .all()
                .collectList();
    }

    public Mono<Void> saveAsked(TenantId tenant, Collection<TakenAttempt> asked, Instant at) {
        return database.sql("update attempt set asked_at = :at where tenant = :tenant and id = any(:ids)")
                .bind("at", at)
                .bind("tenant", tenant.value())
                .bind("ids", asked.stream().map(TakenAttempt::attempt).toArray(UUID[]::new))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec select(
            String which, TenantId tenant, ChannelId channel, Instant settled) {
        return database.sql(COLUMNS + which)
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("settled", settled);
    }

    private static TakenAttempt toTaken(Readable row) {
        return new TakenAttempt(
                required(row, "provider_sid", String.class),
                new ConversationId(required(row, "conversation", UUID.class)),
                new MessageId(required(row, "message", UUID.class)),
                required(row, "part", Integer.class),
                required(row, "id", UUID.class),
                required(row, "started_at", Instant.class),
                Deliveries.toEnum(required(row, "state", String.class), AttemptState::valueOf));
    }
}
