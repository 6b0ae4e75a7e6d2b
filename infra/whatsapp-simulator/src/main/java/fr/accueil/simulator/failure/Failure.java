package fr.accueil.simulator.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One failure that is switched on.
///
/// @param accountSid whom it hits; absent: everyone
/// @param endpoint what it hits, sending if not said
/// @param count how many more times; absent: until it is switched off
/// @param delayMs for the slow and delayed ones
/// @param retryAfterSeconds for 429
/// @param code Twilio's error code, for the refusing ones
/// @param probability how likely it hits each time, from 0 to 1; absent: always
/// @param seed makes what chance decides the same each time
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Failure(
        @NotNull Mode mode,
        @Nullable String accountSid,
        @Nullable Endpoint endpoint,
        @Min(1) @Nullable Integer count,
        @Min(0) @Nullable Long delayMs,
        @Min(0) @Nullable Integer retryAfterSeconds,
        @Nullable Integer code,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double probability,
        @Nullable Long seed) {

    /// For the late ones: how late, in milliseconds.
    public long delayOr(long otherwise) {
        return delayMs == null ? otherwise : delayMs;
    }

    boolean isMeantFor(Mode mode, String accountSid, Endpoint endpoint) {
        var on = endpoint() == null ? mode.usual() : endpoint();
        return mode() == mode
                && (accountSid() == null || accountSid().equals(accountSid))
                && (on == Endpoint.ALL || on == endpoint);
    }

    boolean replaces(Failure other) {
        return mode == other.mode && Objects.equals(accountSid, other.accountSid) && endpoint == other.endpoint;
    }

    Failure withCount(int count) {
        return new Failure(mode, accountSid, endpoint, count, delayMs, retryAfterSeconds, code, probability, seed);
    }

    /// As the ledger keeps it.
    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("mode", mode.name());
        putIfPresent(map, "accountSid", accountSid);
        putIfPresent(map, "endpoint", endpoint == null ? null : endpoint.name());
        putIfPresent(map, "count", count);
        putIfPresent(map, "delayMs", delayMs);
        putIfPresent(map, "retryAfterSeconds", retryAfterSeconds);
        putIfPresent(map, "code", code);
        putIfPresent(map, "probability", probability);
        putIfPresent(map, "seed", seed);
        return map;
    }

    private static void putIfPresent(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
