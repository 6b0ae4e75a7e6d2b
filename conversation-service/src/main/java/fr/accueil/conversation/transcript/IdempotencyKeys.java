package fr.accueil.conversation.transcript;

import fr.accueil.conversation.team.Member;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// What each creating request made, by the key that its sender chose, in the tenant whose transaction is open.
@Repository
class IdempotencyKeys {

    private final DatabaseClient database;

    IdempotencyKeys(DatabaseClient database) {
        this.database = database;
    }

    /// Takes a key for a result, waiting for whoever is taking the same one.
    ///
    /// @param request what is asked for under the key
    /// @return the result: this one when the key was free, the earlier one when the same was asked before
    /// @throws KeyReused (as an error) when something else was asked under this key
    Mono<UUID> claim(Member member, String key, String request, UUID result) {
        return insert(member, key, digest(request), result)
                .flatMap(rows -> rows == 1 ? Mono.just(result) : loadResult(member, key, digest(request)));
    }

    private Mono<Long> insert(Member member, String key, byte[] request, UUID result) {
        return database.sql("""
                        insert into idempotency_key (person, key, request, result)
                        values (:person, :key, :request, :result) on conflict do nothing
                        """)
                .bind("person", member.subject())
                .bind("key", key)
                .bind("request", request)
                .bind("result", result)
                .fetch()
                .rowsUpdated();
    }

    private Mono<UUID> loadResult(Member member, String key, byte[] request) {
        return database.sql("select request, result from idempotency_key where person = :person and key = :key")
                .bind("person", member.subject())
                .bind("key", key)
                .mapProperties(Row.class)
                .one()
                .filter(row -> Arrays.equals(row.request(), request))
                .switchIfEmpty(Mono.error(KeyReused::new))
                .map(Row::result);
    }

    private static byte[] digest(String request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    record Row(byte[] request, UUID result) {}
}
