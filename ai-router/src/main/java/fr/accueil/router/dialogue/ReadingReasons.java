package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.FaqUse;
import fr.accueil.events.AssistantEvent.ModelUsage;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Usage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why the assistant says what it says, for "pourquoi cette réponse ?".
final class ReadingReasons {

    private ReadingReasons() {}

    static Reasons of(Reading reading) {
        var faqs = reading.answers().stream()
                .map(it -> new FaqUse(it.faq().id(), it.faq().question(), it.score()))
                .toList();
        return new Reasons(
                reading.engine(),
                named(reading.intent()),
                faqs.isEmpty() ? null : faqs.getFirst().faq(),
                faqs.isEmpty() ? null : faqs.getFirst().question(),
                reading.confidence(),
                faqs,
                reading.slots().byName(),
                named(reading.mood()),
                reading.took().toMillis(),
                usage(reading.usage()));
    }

    private static @Nullable ModelUsage usage(@Nullable Usage usage) {
        return usage == null
                ? null
                : new ModelUsage(
                        usage.model(), usage.calls(), usage.inputTokens(), usage.outputTokens(), usage.microEuros());
    }

    private static String named(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
