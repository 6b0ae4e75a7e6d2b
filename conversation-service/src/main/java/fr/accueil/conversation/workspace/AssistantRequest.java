package fr.accueil.conversation.workspace;

import fr.accueil.conversation.problem.RequestRefused;
import fr.accueil.conversation.tenant.AssistantRules;
import fr.accueil.conversation.tenant.AssistantRules.Caution;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;

/// How the assistant shall go about it, whole.
///
/// @param version that was seen
record AssistantRequest(
        @NotNull(message = QUIET) @Min(value = 1, message = QUIET) @Max(value = 10, message = QUIET)
        Integer quietSeconds,

        @NotNull(message = DEADLINE) @Min(value = 15, message = DEADLINE) @Max(value = 45, message = DEADLINE)
        Integer deadlineSeconds,

        @NotNull(message = "Dites si l'assistant est prudent, équilibré ou hardi.")
        Caution caution,

        @NotNull(message = "La version manque.") Long version) {

    private static final String QUIET = "Choisissez de 1 à 10 secondes.";
    private static final String DEADLINE = "Choisissez de 15 à 45 secondes.";

    /// Quiet times of a burst may add up to two and a half of them, and reading takes a while.
    private static final int QUIET_TIMES = 3;

    private static final int TO_READ = 5;

    /// @throws RequestRefused when it would be over before the assistant may answer
    AssistantRules toRules() {
        var least = QUIET_TIMES * quietSeconds + TO_READ;
        if (deadlineSeconds < least) {
            throw new TooSoon(quietSeconds, least);
        }
        return new AssistantRules(quietSeconds, deadlineSeconds, caution);
    }

    static class TooSoon extends RequestRefused {

        TooSoon(int quiet, int least) {
            super(
                    HttpStatus.BAD_REQUEST,
                    "Délai impossible",
                    "Avec %d secondes d'attente, laissez au moins %d secondes à l'assistant.".formatted(quiet, least),
                    "deadlineSeconds");
        }
    }
}
