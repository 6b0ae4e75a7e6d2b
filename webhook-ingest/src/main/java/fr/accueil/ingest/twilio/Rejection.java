package fr.accueil.ingest.twilio;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Why a webhook was not taken. What is the sender's fault is a 4xx that Twilio need not repeat; what is ours is always
/// 503, which Twilio repeats (`rp=5xx` in the address that it is given) and reconciliation makes good.
enum Rejection {
    SIGNATURE_MISSING(HttpStatus.FORBIDDEN),
    SIGNATURE_WRONG(HttpStatus.FORBIDDEN),
    ACCOUNT_UNKNOWN(HttpStatus.FORBIDDEN),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    BROKEN_ENCODING(HttpStatus.BAD_REQUEST),
    /// Too many wrong signatures from one address.
    TOO_MANY_FAILURES(HttpStatus.TOO_MANY_REQUESTS),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    /// The copies of channels and identities are not read yet: a stranger cannot be told from a tenant.
    NOT_READY(HttpStatus.SERVICE_UNAVAILABLE),
    /// The account is ours, but its tokens cannot be decrypted with the key that this process has.
    SECRETS_UNREADABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /// More bodies at once than this process has room for.
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE),
    KAFKA_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    /// A new customer, whom two instances might yet name differently.
    CUSTOMER_UNCONFIRMED(HttpStatus.SERVICE_UNAVAILABLE),
    /// A fault of this program.
    FAULT(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Rejection(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /// Whether nobody of ours has sent it, as far as can be told.
    boolean isOfStranger() {
        return status == HttpStatus.FORBIDDEN;
    }

    /// As the counter names it.
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
