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

    /// A call that was looked for and not found.
    static final SendOutcome.NotTaken LOST =
            new SendOutcome.NotTaken(null, "WhatsApp n'a pas reçu le message.", Optional.empty());

    private static final double JITTER = 0.2;

    private final ErrorTable errors;
    private final DeliverySettings settings;
    private final RandomGenerator random;

    DeliveryRules(ErrorTable errors, DeliverySettings settings) {
        this.errors = errors;
        this.settings = settings;
        this.random = RandomGenerator.getDefault();
    }

    /// When to try again: after a pause that doubles each time, or the longer one that the provider asks for.
    ///
    /// @return empty when it is time to give up
    Optional<Instant> nextTry(Part part, Instant now, Optional<Duration> asked) {
        var doubled = settings.firstPause()
                .multipliedBy(1L << Math.min(part.attempts().size() - 1, 20));
        var pause = jittered(shorter(doubled, settings.longestPause()));
        var retry = now.plus(asked.filter(it -> it.compareTo(pause) > 0).orElse(pause));
        var lastCall = part.attempts().getFirst().startedAt().plus(settings.giveUpAfter());
        return retry.isAfter(lastCall) ? Optional.empty() : Optional.of(retry);
    }

    boolean worthRetrying(@Nullable String code) {
        return errors.of(code).action() == Action.RETRY;
    }

    Optional<Duration> pause(@Nullable String code) {
        return Optional.ofNullable(errors.of(code).pause());
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
        return rule.action() == Action.REFUSE
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
