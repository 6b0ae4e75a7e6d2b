package fr.accueil.notification.delivery;

import fr.accueil.notification.errors.ErrorRule;
import fr.accueil.notification.errors.ErrorRule.Action;
import fr.accueil.notification.errors.ErrorTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When another attempt is worth it, and how it is told.
@Component
class DeliveryRules {

    static final String IN_DOUBT = "WhatsApp n'a pas confirmé l'envoi ; vérification en cours.";

    static final String LOST = "WhatsApp n'a pas reçu le message.";
    static final String PASSED = "Ce message attend un nouvel essai ; les suivants partent avant lui.";
    static final String UNCONFIRMED =
            "WhatsApp n'a pas confirmé l'envoi : vérifiez auprès du client avant de le renvoyer.";

    private static final double JITTER = 0.2;

    private final ErrorTable errors;
    private final DeliverySettings settings;
    private final RandomGenerator random;

    DeliveryRules(ErrorTable errors, DeliverySettings settings) {
        this.errors = errors;
        this.settings = settings;
        this.random = RandomGenerator.getDefault();
    }

    /// When to try again: after a pause that doubles each time, or the longer one that the provider asks for. What the
    /// provider makes everybody wait for is waited for longer.
    ///
    /// @return empty when it is time to give up
    Optional<Instant> nextTry(Part part, Instant now, @Nullable String code, Optional<Duration> asked) {
        var rule = errors.of(code);
        if (rule.tries() != null && part.tries() >= rule.tries()) {
            return Optional.empty();
        }
        var waits = rule.action() == Action.WAIT;
        var first = waits && rule.pause() != null ? rule.pause() : settings.firstPause();
        var longest = waits ? settings.longestWait() : settings.longestPause();
        var pause = jittered(shorter(first.multipliedBy(1L << Math.clamp(part.tries() - 1L, 0, 20)), longest));
        var retry = now.plus(asked.filter(it -> it.compareTo(pause) > 0).orElse(pause));
        var lastCall = part.firstTriedAt(now).plus(waits ? settings.giveUpWaiting() : settings.giveUpAfter());
        return retry.isAfter(lastCall) ? Optional.empty() : Optional.of(retry);
    }

    boolean worthRetrying(@Nullable String code) {
        var action = errors.of(code).action();
        return action == Action.RETRY || action == Action.WAIT;
    }

    Optional<Duration> pause(@Nullable String code) {
        return Optional.ofNullable(errors.of(code).pause());
    }

    /// Until when nothing is sent from a sender of which Twilio says this; empty: it is about one message only.
    Optional<Instant> holdUntil(@Nullable String code, Instant now) {
        var rule = errors.of(code);
        return rule.holds()
                ? Optional.of(now.plus(jittered(pause(code).orElse(settings.longestPause()))))
                : Optional.empty();
    }

    /// Whether Twilio says with this that it takes nothing more for this customer.
    boolean suppresses(@Nullable String code) {
        return errors.of(code).suppresses();
    }

    boolean waitedTooLong(Outgoing message, Instant now) {
        return now.isAfter(message.askedAt().plus(settings.giveUpWaiting()));
    }

    /// How long those behind a message wait with it.
    Duration patience() {
        return settings.queuePatience();
    }

    /// How often a call is looked for before it is believed to be lost: the provider's list may lag.
    int looks() {
        return settings.looks();
    }

    Instant lookAgain(Instant now) {
        return now.plus(settings.lookAgain());
    }

    /// When to ask again a provider that could not be asked: the more has gone by, the later.
    ///
    /// @return empty when it is time to give up
    Optional<Instant> askAgain(Instant since, Instant now) {
        var gone = Duration.between(since, now);
        if (gone.compareTo(settings.giveUpAfter()) > 0) {
            return Optional.empty();
        }
        var pause = gone.dividedBy(4);
        return Optional.of(now.plus(jittered(shorter(
                pause.compareTo(settings.firstPause()) > 0 ? pause : settings.firstPause(), settings.longestPause()))));
    }

    Instant lookUpAfter(Instant now, boolean answered) {
        return now.plus(answered ? settings.lookUpAfterAnswer() : settings.lookUpAfterSilence());
    }

    String delay(@Nullable String code, Instant now, Instant retry) {
        return delayed(errors.of(code).sentence(), now, retry);
    }

    static String delayed(String sentence, Instant now, Instant retry) {
        var seconds = Math.max(1, Duration.between(now, retry).toSeconds());
        var cause = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return "%s ; nouvel essai dans %d %s.".formatted(cause, seconds, seconds == 1 ? "seconde" : "secondes");
    }

    /// Why a message was given up: for good by its nature, or after too many tries.
    String refusal(@Nullable String code) {
        if (code == null) {
            return "WhatsApp n'a pas pris ce message. Vous pouvez le renvoyer.";
        }
        ErrorRule rule = errors.of(code);
        return rule.action() == Action.REFUSE || rule.holds()
                ? rule.sentence()
                : rule.sentence() + " Le message n'est pas parti malgré plusieurs essais ; vous pouvez le renvoyer.";
    }

    private Duration jittered(Duration pause) {
        var factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofNanos((long) (pause.toNanos() * factor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
