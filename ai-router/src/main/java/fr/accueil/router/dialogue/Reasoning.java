package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.FaqUse;
import fr.accueil.events.AssistantEvent.ModelUsage;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why the assistant says what it says, for the people who ask.
public final class Reasoning {

    /// Why a word such as STOP is answered as it is, also when the answer was given before.
    static final Reasons OPTED_OUT = new Reasons("keyword", "opt_out", null, null, 1);

    static final Reasons OPTED_IN = new Reasons("keyword", "opt_in", null, null, 1);

    private Reasoning() {}

    public static Reasons of(Reading reading) {
        var uses = reading.answers().stream().map(Reasoning::use).toList();
        var first = uses.isEmpty() ? null : uses.getFirst();
        return new Reasons(
                reading.engine(),
                lower(reading.intent()),
                first == null ? null : first.faq(),
                first == null ? null : first.question(),
                reading.confidence(),
                uses,
                reading.slots().byName(),
                lower(reading.mood()),
                reading.took().toMillis(),
                cost(reading.usage()));
    }

    /// Why something is said that rests on no words of the customer, but on what ran.
    static Reasons withoutWords(Flow running) {
        var intent = FlowFacts.kind(running).map(Reasoning::lower).orElse("other");
        return new Reasons("dialogue", intent, null, null, 1, List.of(), Map.of(), null, null, null);
    }

    private static FaqUse use(FaqMatch match) {
        return new FaqUse(match.faq().id(), match.faq().question(), match.score());
    }

    private static @Nullable ModelUsage cost(@Nullable Usage usage) {
        return usage == null
                ? null
                : new ModelUsage(
                        usage.model(), usage.calls(), usage.inputTokens(), usage.outputTokens(), usage.microEuros());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
