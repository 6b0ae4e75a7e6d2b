package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.FaqUse;
import fr.accueil.events.AssistantEvent.ModelUsage;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.FaqId;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Mood;
import fr.accueil.router.understanding.Person;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// All that a reading rests on can be seen later.
class ReasoningTest {

    private static final Faq HOURS = new Faq(FaqId.of(new UUID(1, 1)), "Vos horaires ?", "9h-19h", List.of());

    @Test
    void reasons_name_the_engine_the_faqs_the_values_and_the_cost() {
        var reading = new Reading(Intent.FAQ, 0.8, List.of(new FaqMatch(HOURS, 0.7)), Language.FRENCH, "openai")
                .with(Slots.NONE.with(Person.named("Marie")))
                .feeling(Mood.UNHAPPY, null, null)
                .taking(Duration.ofMillis(1500))
                .costing(new Usage("small", 1, 2000, 90, 354L));

        assertThat(Reasoning.of(reading))
                .isEqualTo(new Reasons(
                        "openai",
                        "faq",
                        HOURS.id(),
                        "Vos horaires ?",
                        0.8,
                        List.of(new FaqUse(HOURS.id(), "Vos horaires ?", 0.7)),
                        Map.of("name", "Marie"),
                        "unhappy",
                        1500L,
                        new ModelUsage("small", 1, 2000, 90, 354L)));
    }

    @Test
    void where_no_model_was_asked_none_is_named() {
        var reading = new Reading(Intent.GREETING, 0.9, List.of(), Language.FRENCH, "local");

        assertThat(Reasoning.of(reading))
                .returns(null, Reasons::usage)
                .returns(null, Reasons::faq)
                .returns(List.of(), Reasons::faqs);
    }
}
