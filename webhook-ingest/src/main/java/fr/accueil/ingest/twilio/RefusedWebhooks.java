package fr.accueil.ingest.twilio;

import fr.accueil.ingest.facts.Listening;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Answers what is not taken: a status and nothing else. Why is told to us (`accueil.webhooks.rejected`), not to who
/// may be trying tokens.
@RestControllerAdvice(assignableTypes = WebhookController.class)
class RefusedWebhooks {

    private static final Logger log = LoggerFactory.getLogger(RefusedWebhooks.class);

    private final Map<Rejection, Counter> counters = new EnumMap<>(Rejection.class);

    private final Listening listening;

    RefusedWebhooks(MeterRegistry meters, Listening listening) {
        this.listening = listening;
        Arrays.stream(Rejection.values()).forEach(rejection -> counters.put(rejection, counter(meters, rejection)));
    }

    @ExceptionHandler
    ResponseEntity<Void> answer(RejectedWebhook rejected) {
        if (rejected.rejection().status().is5xxServerError()) {
            log.warn("Webhook not taken: {}", rejected.rejection().reason());
        } else if (rejected.rejection() != Rejection.TOO_MANY_FAILURES) {
            log.debug("Webhook rejected: {}", rejected.rejection().reason());
        }
        if (rejected.rejection() == Rejection.OVERLOADED) {
            listening.interrupted();
        }
        return refuse(rejected.rejection());
    }

    /// What nobody thought of is our fault, not Twilio's: it is asked to try again rather than told to give up.
    @ExceptionHandler
    ResponseEntity<Void> answer(Exception fault) {
        log.error("A fault kept a webhook from being taken", fault);
        return refuse(Rejection.FAULT);
    }

    private ResponseEntity<Void> refuse(Rejection rejection) {
        var counter = counters.get(rejection);
        if (counter != null) {
            counter.increment();
        }
        return ResponseEntity.status(rejection.status()).build();
    }

    private static Counter counter(MeterRegistry meters, Rejection rejection) {
        return Counter.builder("accueil.webhooks.rejected")
                .description("Webhooks that were not taken, by reason")
                .tag("reason", rejection.reason())
                .register(meters);
    }
}
