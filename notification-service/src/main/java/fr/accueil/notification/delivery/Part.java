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
/// @param round of the message: what failed in an earlier one is tried anew
/// @param notBefore when the next attempt may be made; null: now
record Part(int number, String body, int round, @Nullable Instant notBefore, List<Attempt> attempts) {

    static Part fresh(int number, String body, int round) {
        return new Part(number, body, round, null, List.of());
    }

    /// How far it came: the attempt that came furthest speaks for it, and a failure only when no attempt is left.
    AttemptState state() {
        return attempts.stream()
                .map(Attempt::state)
                .filter(AttemptState::taken)
                .max(Comparator.naturalOrder())
                .or(() -> unresolved().map(Attempt::state))
                .or(() -> over().map(Attempt::state))
                .orElse(AttemptState.NOT_TAKEN);
    }

    boolean toBeSent() {
        return state() == AttemptState.NOT_TAKEN;
    }

    Optional<Attempt> unresolved() {
        return attempts.stream().filter(Attempt::unresolved).findFirst();
    }

    /// One that was given up as lost, perhaps wrongly: to be looked for once more before another is made.
    Optional<Attempt> doubtful(int looks) {
        return attempts.stream()
                .filter(it -> it.state().doubtful() && it.looks() < looks)
                .findFirst();
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

    /// The attempt for which nothing more is tried.
    Optional<Attempt> over() {
        return ofThisRound().filter(it -> it.state().over()).reduce((_, last) -> last);
    }

    boolean mayBeTried(Instant now) {
        return notBefore == null || !notBefore.isAfter(now);
    }

    Instant notBeforeOr(Instant now) {
        return notBefore == null ? now : notBefore;
    }

    int tries() {
        return (int) ofThisRound().count();
    }

    Instant firstTriedAt(Instant otherwise) {
        return ofThisRound().map(Attempt::startedAt).findFirst().orElse(otherwise);
    }

    /// Until when the messages behind it wait for its retry.
    Instant heldUntil(Duration patience) {
        return ofThisRound()
                .findFirst()
                .map(it -> it.startedAt().plus(patience))
                .orElse(Instant.MAX);
    }

    Part with(Attempt started) {
        return new Part(
                number,
                body,
                round,
                null,
                Stream.concat(attempts.stream(), Stream.of(started)).toList());
    }

    Part change(UUID attempt, UnaryOperator<Attempt> change) {
        return change(it -> it.id().equals(attempt) ? change.apply(it) : it);
    }

    Part notBefore(Instant later) {
        return new Part(number, body, round, later, attempts);
    }

    /// Asked for once more.
    Part reopen(int next, UnaryOperator<Attempt> change) {
        return new Part(number, body, next, null, attempts).change(change);
    }

    private Part change(UnaryOperator<Attempt> change) {
        return new Part(
                number, body, round, notBefore, attempts.stream().map(change).toList());
    }

    private Stream<Attempt> ofThisRound() {
        return attempts.stream().filter(it -> it.round() == round);
    }

    /// Without the text, which no log may hold.
    @Override
    public String toString() {
        return "Part[" + number + " " + state() + "]";
    }
}
