package fr.accueil.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text as one WhatsApp message can carry it, and the attempts to send it, oldest first.
///
/// @param notBefore when the next attempt may be made; null: now
record Part(int number, String body, @Nullable Instant notBefore, List<Attempt> attempts) {

    /// How far it came: the attempt that came furthest speaks for it, and a failure only when no attempt is left.
    AttemptState state() {
        return attempts.stream()
                .map(Attempt::state)
                .filter(AttemptState::taken)
                .max(Comparator.naturalOrder())
                .or(() -> any(AttemptState.UNRESOLVED))
                .or(() -> any(AttemptState.FAILED))
                .orElse(AttemptState.NOT_TAKEN);
    }

    boolean toBeSent() {
        return state() == AttemptState.NOT_TAKEN;
    }

    Optional<Attempt> unresolved() {
        return attempts.stream().filter(Attempt::unresolved).findFirst();
    }

    Optional<Attempt> attempt(UUID id) {
        return attempts.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// Twilio's name for it: that of the attempt that was taken.
    Optional<String> providerSid() {
        return attempts.stream()
                .filter(it -> it.state().taken())
                .flatMap(it -> Stream.ofNullable(it.providerSid()))
                .findFirst();
    }

    /// Twilio's code for why it failed for good.
    @Nullable
    String errorCode() {
        return attempts.stream()
                .filter(it -> it.state() == AttemptState.FAILED)
                .reduce((_, last) -> last)
                .map(Attempt::errorCode)
                .orElse(null);
    }

    boolean mayBeTried(Instant now) {
        return notBefore == null || !notBefore.isAfter(now);
    }

    Instant notBeforeOr(Instant now) {
        return notBefore == null ? now : notBefore;
    }

    /// Until when the messages behind it wait for its retry.
    Instant heldUntil(Duration patience) {
        return attempts.isEmpty()
                ? Instant.MAX
                : attempts.getFirst().startedAt().plus(patience);
    }

    Part with(Attempt started) {
        return new Part(number, body, null, concat(attempts, started));
    }

    Part change(UUID attempt, UnaryOperator<Attempt> change) {
        var changed = attempts.stream()
                .map(it -> it.id().equals(attempt) ? change.apply(it) : it)
                .toList();
        return new Part(number, body, notBefore, changed);
    }

    Part notBefore(Instant later) {
        return new Part(number, body, later, attempts);
    }

    private Optional<AttemptState> any(AttemptState state) {
        return attempts.stream().map(Attempt::state).filter(it -> it == state).findFirst();
    }

    private static List<Attempt> concat(List<Attempt> before, Attempt last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }
}
