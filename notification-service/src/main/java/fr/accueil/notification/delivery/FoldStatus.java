package fr.accueil.notification.delivery;

import fr.accueil.events.Envelope;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.TenantId;
import fr.accueil.notification.delivery.Attempts.AttemptKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Folds what Twilio says of one attempt into the message's one state, and tells it when it moved. Joins the listener's
/// transaction.
@Component
class FoldStatus {

    private static final Logger log = LoggerFactory.getLogger(FoldStatus.class);

    private final Conversations conversations;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Fencing fencing;
    private final Lessons lessons;
    private final CallbackNews callbacks;
    private final DeliveryTopic topic;
    private final DeliveryRules rules;
    private final SendWork work;
    private final Clock clock;
    private final MeterRegistry meters;

    FoldStatus(
            Conversations conversations,
            Deliveries deliveries,
            Attempts attempts,
            Fencing fencing,
            Lessons lessons,
            CallbackNews callbacks,
            DeliveryTopic topic,
            DeliveryRules rules,
            SendWork work,
            Clock clock,
            MeterRegistry meters) {
        this.conversations = conversations;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.fencing = fencing;
        this.lessons = lessons;
        this.callbacks = callbacks;
        this.topic = topic;
        this.rules = rules;
        this.work = work;
        this.clock = clock;
        this.meters = meters;
    }

    Mono<Void> fold(Envelope envelope, DeliveryStatusReported report) {
        var tenant = envelope.requireTenant();
        return conversations
                .lock(tenant, report.conversation())
                .flatMap(locked -> fold(tenant, locked.fence(), envelope, report));
    }

    private Mono<Void> fold(TenantId tenant, Fence fence, Envelope envelope, DeliveryStatusReported report) {
        return findAttempt(tenant, report)
                .switchIfEmpty(Mono.defer(() -> leave(report)))
                .flatMap(known -> fold(tenant, known, report, envelope.id())
                        .then(Mono.defer(
                                () -> callbacks.heard(tenant, known.message().channel(), envelope.source()))))
                .then(fencing.settle(tenant, report.conversation(), fence, envelope.id()))
                .then();
    }

    /// By the attempt that the callback address names; by Twilio's own name when it names none of ours.
    private Mono<Known> findAttempt(TenantId tenant, DeliveryStatusReported report) {
        return Mono.justOrEmpty(keyIn(report))
                .flatMap(key -> find(tenant, key))
                .switchIfEmpty(Mono.defer(() -> attempts.find(tenant, report.providerSid()))
                        .flatMap(key -> find(tenant, key)));
    }

    private Mono<Known> find(TenantId tenant, AttemptKey key) {
        return deliveries
                .find(tenant, key.message())
                .filter(message -> message.parts().stream()
                        .anyMatch(it -> it.attempt(key.attempt()).isPresent()))
                .map(message -> new Known(message, key.attempt()));
    }

    private Mono<Void> fold(TenantId tenant, Known known, DeliveryStatusReported report, UUID causedBy) {
        var state = AttemptState.ofStatus(report.status());
        if (state.isEmpty()) {
            log.info("Twilio reports a status that moves nothing: {}", report.status());
            return Mono.empty();
        }
        var before = known.message();
        var change = before.reported(
                known.attempt(), state.get(), report.providerSid(), report.errorCode(), clock.instant(), rules);
        return topic.publish(tenant, before, change, causedBy)
                .then(learn(tenant, before, codeOf(state.get(), report)))
                .then(goOn(tenant, before, change.after()))
                .then(state.get().settlesOrder() ? nextInOrder(tenant, before) : Mono.empty());
    }

    /// The conversation's queue may go on when a doubt is gone or an attempt is to be repeated.
    private Mono<Void> goOn(TenantId tenant, Outgoing before, Outgoing after) {
        var inDoubtBefore = before.partInDoubt().isPresent();
        var inDoubtAfter = after.partInDoubt().isPresent();
        var toBeSent = after.nextPart();
        if (inDoubtBefore && !inDoubtAfter) {
            return work.hasten(tenant, after.conversation(), clock.instant());
        }
        if (before.nextPart().isEmpty() && toBeSent.isPresent()) {
            return work.hasten(tenant, after.conversation(), toBeSent.get().notBeforeOr(clock.instant()));
        }
        return Mono.empty();
    }

    /// What waited until the phone has this one, or will never have it, waits no longer.
    private Mono<Void> nextInOrder(TenantId tenant, Outgoing message) {
        return deliveries
                .anyUnsettled(tenant, message.conversation())
                .filter(waits -> waits)
                .flatMap(_ -> work.hasten(tenant, message.conversation(), clock.instant()));
    }

    private Mono<Void> learn(TenantId tenant, Outgoing message, Optional<String> code) {
        code.ifPresent(it -> meters.counter("accueil.status.errors", "code", it).increment());
        return lessons.learn(tenant, message, code);
    }

    private static Optional<String> codeOf(AttemptState state, DeliveryStatusReported report) {
        return state.failed() ? Optional.ofNullable(report.errorCode()) : Optional.empty();
    }

    private Mono<Known> leave(DeliveryStatusReported report) {
        log.warn("Twilio reports {} of a message that is not ours", report.status());
        meters.counter("accueil.status.unknown").increment();
        return Mono.empty();
    }

    private static Optional<AttemptKey> keyIn(DeliveryStatusReported report) {
        if (report.message() == null || report.attempt() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AttemptKey(report.message(), UUID.fromString(report.attempt())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private record Known(Outgoing message, UUID attempt) {}
}
