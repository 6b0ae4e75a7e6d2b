package fr.accueil.notification.twilio;

import fr.accueil.notification.delivery.SendOutcome;
import fr.accueil.notification.errors.ErrorRule;
import fr.accueil.notification.errors.ErrorTable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a call that failed can have sent something all the same. When it cannot be excluded, it is in doubt.
@Component
class TwilioErrors {

    private static final String BUSY = "WhatsApp demande de patienter.";
    private static final String AWAY = "WhatsApp n'est pas joignable.";

    private final ErrorTable table;

    TwilioErrors(ErrorTable table) {
        this.table = table;
    }

    SendOutcome toOutcome(Throwable failure) {
        if (failure instanceof TwilioRefusal refusal) {
            return toOutcome(refusal);
        }
        return neverLeft(failure)
                ? new SendOutcome.NotTaken(null, AWAY, Optional.empty())
                : new SendOutcome.InDoubt(false);
    }

    private SendOutcome toOutcome(TwilioRefusal refusal) {
        var asksToWait = refusal.status() == 429
                || (refusal.status() == 503 && refusal.retryAfter().isPresent());
        if (asksToWait) {
            var sentence = rule(refusal).map(ErrorRule::sentence).orElse(BUSY);
            return new SendOutcome.NotTaken(textOf(refusal.code()), sentence, pause(refusal));
        }
        return rule(refusal).map(rule -> toOutcome(refusal, rule)).orElseGet(() -> withoutRule(refusal));
    }

    /// By Twilio's code; by the HTTP status where the answer names none.
    private Optional<ErrorRule> rule(TwilioRefusal refusal) {
        return table.find(codeOf(refusal));
    }

    private static Integer codeOf(TwilioRefusal refusal) {
        return refusal.code() == null ? Integer.valueOf(refusal.status()) : refusal.code();
    }

    private static SendOutcome toOutcome(TwilioRefusal refusal, ErrorRule rule) {
        return switch (rule.action()) {
            case RETRY, WAIT ->
                new SendOutcome.NotTaken(
                        codeOf(refusal).toString(),
                        rule.sentence(),
                        longer(refusal.retryAfter(), Optional.ofNullable(rule.pause())));
            case REFUSE -> new SendOutcome.Refused(codeOf(refusal).toString(), rule.sentence());
            case UNKNOWN -> new SendOutcome.InDoubt(true);
        };
    }

    /// A code that the table does not have, or an answer from before Twilio's own code.
    private SendOutcome withoutRule(TwilioRefusal refusal) {
        return switch (refusal.status() / 100) {
            case 4 ->
                refusal.status() == 408
                        ? new SendOutcome.InDoubt(true)
                        : new SendOutcome.Refused(
                                textOf(refusal.code()), table.otherwise().sentence());
            case 3 -> new SendOutcome.NotTaken(textOf(refusal.code()), AWAY, refusal.retryAfter());
            default -> new SendOutcome.InDoubt(true);
        };
    }

    private Optional<Duration> pause(TwilioRefusal refusal) {
        return longer(refusal.retryAfter(), rule(refusal).flatMap(it -> Optional.ofNullable(it.pause())));
    }

    private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
        return one.isEmpty()
                ? other
                : other.filter(it -> it.compareTo(one.get()) > 0).or(() -> one);
    }

    /// No connection stood, or nothing was written to it.
    private static boolean neverLeft(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof ConnectionRequestTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof TwilioHttp.TooLate) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String textOf(@Nullable Integer code) {
        return code == null ? null : code.toString();
    }
}
