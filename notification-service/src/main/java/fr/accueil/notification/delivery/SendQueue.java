package fr.accueil.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The messages of one conversation that are not settled, in the order in which they were asked for. Pure: says what to
/// do next.
///
/// @param holds of the messages' channels
record SendQueue(Fence fence, Stopped stopped, List<Hold> holds, List<Outgoing> messages) {

    sealed interface NextStep {

        record Refuse(Outgoing message, Refusal refusal) implements NextStep {}

        record LookUp(Outgoing message, Part part, Attempt attempt) implements NextStep {}

        record Send(Outgoing message, Part part) implements NextStep {}

        record Tell(Outgoing message, Notice notice, String sentence) implements NextStep {}

        record Wait(Instant until) implements NextStep {}

        record Rest() implements NextStep {}
    }

    /// First tells what is hopeless, then clears up what is in doubt (meanwhile nothing else goes to this customer),
    /// then sends in order. One that waits for a retry holds up those behind it for a while, not for ever.
    NextStep next(Instant now, DeliveryRules rules) {
        return hopeless(now, rules).or(() -> inDoubt(now)).orElseGet(() -> inOrder(now, rules));
    }

    private Optional<NextStep> hopeless(Instant now, DeliveryRules rules) {
        return messages.stream()
                .filter(it -> it.nextPart().isPresent() && it.partInDoubt().isEmpty())
                .flatMap(it -> refusal(it, now, rules).map(why -> (NextStep) new NextStep.Refuse(it, why)).stream())
                .findFirst();
    }

    private Optional<Refusal> refusal(Outgoing message, Instant now, DeliveryRules rules) {
        if (fence.forbidsWaiting(message) && !stopped.confirmedBy(message)) {
            return Optional.of(Refusal.humanLeads());
        }
        var stop = stopped.refusal(message, rules);
        if (stop.isPresent()) {
            return stop;
        }
        if (message.template() == null && now.isAfter(message.freeTextUntil())) {
            return Optional.of(Refusal.windowClosed());
        }
        return hold(message, now)
                .filter(_ -> rules.waitedTooLong(message, now))
                .map(it -> Refusal.byProvider(rules.refusal(it.code()), it.code()));
    }

    private Optional<NextStep> inDoubt(Instant now) {
        for (var message : messages) {
            for (var part : message.parts()) {
                var attempt = part.unresolved();
                if (attempt.isPresent()) {
                    return attempt.map(it -> lookUp(message, part, it, now));
                }
            }
        }
        return Optional.empty();
    }

    private NextStep inOrder(Instant now, DeliveryRules rules) {
        Instant wake = null;
        Outgoing passed = null;
        for (var message : messages) {
            var part = message.nextPart();
            if (part.isEmpty()) {
                continue;
            }
            if (part.get().mayBeTried(now)) {
                return tell(passed).orElse(send(message, part.get(), now, rules));
            }
            wake = earlier(wake, part.get().notBefore());
            var heldUntil = part.get().heldUntil(rules.patience());
            if (heldUntil.isAfter(now)) {
                return new NextStep.Wait(earlier(heldUntil, wake));
            }
            passed = message.notice() == Notice.PASSED ? passed : message;
        }
        return wake == null ? new NextStep.Rest() : new NextStep.Wait(wake);
    }

    private static Optional<NextStep> tell(@Nullable Outgoing passed) {
        return Optional.ofNullable(passed).map(it -> new NextStep.Tell(it, Notice.PASSED, DeliveryRules.PASSED));
    }

    private NextStep send(Outgoing message, Part part, Instant now, DeliveryRules rules) {
        var doubtful = part.doubtful(rules.looks());
        if (doubtful.isPresent()) {
            return lookUp(message, part, doubtful.get(), now);
        }
        var hold = hold(message, now);
        if (hold.isEmpty()) {
            return new NextStep.Send(message, part);
        }
        return message.notice() == Notice.HELD
                ? new NextStep.Wait(hold.get().until())
                : new NextStep.Tell(
                        message,
                        Notice.HELD,
                        rules.delay(hold.get().code(), now, hold.get().until()));
    }

    private static NextStep lookUp(Outgoing message, Part part, Attempt attempt, Instant now) {
        return attempt.lookUpAfter().isAfter(now)
                ? new NextStep.Wait(attempt.lookUpAfter())
                : new NextStep.LookUp(message, part, attempt);
    }

    private Optional<Hold> hold(Outgoing message, Instant now) {
        return holds.stream().filter(it -> it.holds(message, now)).findFirst();
    }

    private static Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : Instant.MAX;
        }
        return one.isBefore(other) ? one : other;
    }
}
