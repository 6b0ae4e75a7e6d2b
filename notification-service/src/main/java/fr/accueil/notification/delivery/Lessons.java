package fr.accueil.notification.delivery;

import fr.accueil.events.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What an error says beyond its own message: that its customer gets no more, or that its sender may send nothing for
/// now. Joins the caller's transaction.
@Component
class Lessons {

    private final Stops stops;
    private final Holds holds;
    private final DeliveryRules rules;
    private final Clock clock;
    private final MeterRegistry meters;

    Lessons(Stops stops, Holds holds, DeliveryRules rules, Clock clock, MeterRegistry meters) {
        this.stops = stops;
        this.holds = holds;
        this.rules = rules;
        this.clock = clock;
        this.meters = meters;
    }

    Mono<Void> learn(TenantId tenant, Outgoing message, Optional<String> code) {
        return Mono.justOrEmpty(code).flatMap(it -> learn(tenant, message, it));
    }

    private Mono<Void> learn(TenantId tenant, Outgoing message, String code) {
        var now = clock.instant();
        if (rules.suppresses(code)) {
            return stops.add(tenant, message, code, now);
        }
        return Mono.justOrEmpty(rules.holdUntil(code, now))
                .doOnNext(
                        _ -> meters.counter("accueil.send.holds", "code", code).increment())
                .flatMap(until -> holds.begin(tenant, message.channel(), until, code));
    }
}
