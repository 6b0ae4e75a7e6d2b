package fr.accueil.conversation.channel;

import fr.accueil.events.ChannelFact;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelFact.StatusCallbackReceived;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Wire;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// What was last heard of the channels of the tenant whose transaction is open.
@Repository
class ChannelFacts {

    private final DatabaseClient database;

    ChannelFacts(DatabaseClient database) {
        this.database = database;
    }

    /// `ATTEMPT` is the last comparison with Twilio's list, `COMPARISON` the last one that could be made. `CHECK` is
    /// what
    /// Twilio last said of the credentials, `TAKEN` the same when the number could not be connected then, because
    /// another space has it.
    enum Kind {
        SIGNATURE,
        ATTEMPT,
        COMPARISON,
        CHECK,
        TAKEN,
        CALLBACK
    }

    Mono<Void> keep(ChannelId channel, Kind kind, Instant at, ChannelFact fact) {
        return database.sql("""
                        insert into channel_fact (channel, kind, at, fact)
                        values (:channel, :kind, :at, cast(:fact as jsonb))
                        on conflict (tenant, channel, kind) do update set at = excluded.at, fact = excluded.fact
                        where channel_fact.at <= excluded.at
                        """)
                .bind("channel", channel.value())
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .bind("at", at.truncatedTo(ChronoUnit.MICROS))
                .bind("fact", Wire.json().writeValueAsString(fact))
                .then();
    }

    Mono<Void> forget(ChannelId channel, Kind kind) {
        return database.sql("delete from channel_fact where channel = :channel and kind = :kind")
                .bind("channel", channel.value())
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .then();
    }

    Mono<Known> find(ChannelId channel) {
        return database.sql("select kind, at, fact::text as fact from channel_fact where channel = :channel")
                .bind("channel", channel.value())
                .mapProperties(Row.class)
                .all()
                .collectList()
                .map(Known::of);
    }

    record Row(String kind, Instant at, String fact) {

        <T extends ChannelFact> Heard<T> as(Class<T> type) {
            return new Heard<>(at, Wire.json().readValue(fact, type));
        }
    }

    record Heard<T extends ChannelFact>(Instant at, T fact) {}

    /// What is known of one channel.
    ///
    /// @param attempt the last comparison
    /// @param complete the last comparison that could be made
    /// @param check what Twilio last said of the present credentials
    /// @param isTaken whether the number could not be connected then
    /// @param callback the last time that Twilio was heard to call back
    record Known(
            @Nullable Heard<SignatureRejected> signature,
            @Nullable Heard<ChannelReconciled> attempt,
            @Nullable Heard<ChannelReconciled> complete,
            @Nullable Heard<ChannelChecked> check,
            boolean isTaken,
            @Nullable Heard<StatusCallbackReceived> callback) {

        private static Known of(List<Row> rows) {
            var check = find(rows, Kind.CHECK, ChannelChecked.class);
            var taken = find(rows, Kind.TAKEN, ChannelChecked.class);
            return new Known(
                    find(rows, Kind.SIGNATURE, SignatureRejected.class),
                    find(rows, Kind.ATTEMPT, ChannelReconciled.class),
                    find(rows, Kind.COMPARISON, ChannelReconciled.class),
                    check,
                    check != null && check.equals(taken),
                    find(rows, Kind.CALLBACK, StatusCallbackReceived.class));
        }

        private static <T extends ChannelFact> @Nullable Heard<T> find(List<Row> rows, Kind kind, Class<T> type) {
            return rows.stream()
                    .filter(it -> it.kind().equals(kind.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .map(it -> it.as(type))
                    .orElse(null);
        }
    }
}
