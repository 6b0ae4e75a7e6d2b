package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.Fixtures.OPENING_HOURS;
import static fr.accueil.router.dialogue.Fixtures.openingHours;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.FaqUse;
import fr.accueil.events.AssistantEvent.ModelUsage;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.router.understanding.Mood;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import fr.accueil.router.understanding.Usage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// All that "pourquoi cette réponse ?" shows.
class ReasoningTest {

    @Test
    void it_names_what_was_understood_and_what_the_answer_rests_on() {
        var tuesday = Slots.NONE.with(Timing.of(new DayWish.On(LocalDate.of(2026, 3, 10)), null));
        var reading =
                openingHours().with(tuesday).feeling(Mood.UNHAPPY, null, null).taking(Duration.ofMillis(12));

        var reasons = Reasoning.of(reading);

        assertThat(reasons.engine()).isEqualTo("local");
        assertThat(reasons.intent()).isEqualTo("faq");
        assertThat(reasons.faq()).isEqualTo(OPENING_HOURS.id());
        assertThat(reasons.faqs()).containsExactly(new FaqUse(OPENING_HOURS.id(), OPENING_HOURS.question(), 0.8));
        assertThat(reasons.slots()).isEqualTo(Map.of("date", "2026-03-10"));
        assertThat(reasons.mood()).isEqualTo("unhappy");
        assertThat(reasons.milliseconds()).isEqualTo(12);
        assertThat(reasons.usage()).isNull();
    }

    @Test
    void it_says_what_a_language_model_cost() {
        var local = openingHours();
        var reading = new Reading(
                local.intent(),
                local.confidence(),
                local.answers(),
                local.language(),
                "mistral",
                local.mood(),
                null,
                null,
                local.slots(),
                local.signs(),
                null,
                new Usage("mistral-small", 1, 900, 80, 250L),
                Duration.ZERO);

        assertThat(Reasoning.of(reading).usage()).isEqualTo(new ModelUsage("mistral-small", 1, 900, 80, 250L));
    }
}
