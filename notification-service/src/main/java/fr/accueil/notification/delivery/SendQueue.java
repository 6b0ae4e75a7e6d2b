package fr.accueil.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The messages of one conversation that are not settled, in the order in which they were asked for. Pure: says what to
/// do next.
record SendQueue(Fence fence, List<Outgoing> messages) {

    sealed interface NextStep {

        record Refuse(Outgoing message, Refusal refusal) implements NextStep {}

        record LookUp(Outgoing message, Part part, Attempt attempt) implements NextStep {}

        record Send(Outgoing message, Part part) implements NextStep {}

        record Wait(Instant until) implements NextStep {}

        record Rest() implements NextStep {}
    }

    /// First tells what is hopeless, then clears up what is in doubt (meanwhile nothing else goes to this customer),
    /// then sends in order. One that waits for a retry holds up those behind it for a while, not for ever.
    NextStep next(Instant now, Duration patience) {
        return hopeless(now).or(() -> inDoubt(now)).orElseGet(() -> inOrder(now, patience));
    }

    private Optional<NextStep> hopeless(Instant now) {
        return messages.stream()
                .filter(it -> it.nextPart().isPresent() && it.partInDoubt().isEmpty())
                .flatMap(it -> refusal(it, now).map(why -> (NextStep) new NextStep.Refuse(it, why)).stream())
                .findFirst();
    }

    private Optional<Refusal> refusal(Outgoing message, Instant now) {
        if (fence.forbidsWaiting(message)) {
            return Optional.of(Refusal.humanLeads());
        }
        return now.isAfter(message.freeTextUntil()) ? Optional.of(Refusal.windowClosed()) : Optional.empty();
    }

    private Optional<NextStep> inDoubt(Instant now) {
        for (var message : messages) {
            for (var part : message.parts()) {
                var attempt = part.unresolved();
                if (attempt.isPresent()) {
                    return attempt.map(it -> it.lookUpAfter().isAfter(now)
                            ? new NextStep.Wait(it.lookUpAfter())
                            : new NextStep.LookUp(message, part, it));
                }
            }
        }
        return Optional.empty();
    }

    private NextStep inOrder(Instant now, Duration patience) {
        Instant wake = null;
        for (var message : messages) {
            var part = message.nextPart();
            if (part.isEmpty()) {
                continue;
            }
            if (part.get().mayBeTried(now)) {
                return new NextStep.Send(message, part.get());
            }
            wake = earlier(wake, part.get().notBefore());
            if (part.get().heldUntil(patience).isAfter(now)) {
                return new NextStep.Wait(earlier(part.get().heldUntil(patience), wake));
            }
        }
        return wake == null ? new NextStep.Rest() : new NextStep.Wait(wake);
    }

    private static Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : Instant.MAX;
        }
        return one.isBefore(other) ? one : other;
    }
}
