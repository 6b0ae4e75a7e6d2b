package fr.accueil.notification.twilio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Twilio answered, and not with success. Ours, because the SDK's exception loses the status of an answer that is not
/// JSON, and all headers.
///
/// (A runtime exception that crosses the SDK.)
class TwilioRefusal extends RuntimeException {

    private final int status;
    private final @Nullable Integer code;
    private final @Nullable Duration retryAfter;

    TwilioRefusal(int status, @Nullable Integer code, @Nullable Duration retryAfter, String request) {
        super("HTTP %d, error %s, request %s".formatted(status, code, request));
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    @Nullable
    Integer code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
