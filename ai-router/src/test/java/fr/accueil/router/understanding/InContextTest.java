package fr.accueil.router.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.french.French;
import fr.accueil.router.understanding.Scene.Running;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What sounds like one thing by itself and is another after what was asked.
class InContextTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]");
    private static final Scene NOTHING = Scene.opening(NOW, Offer.NOTHING);
    private static final Scene ASKED_FOR_THE_HOUR =
            new Scene(NOW, Running.BOOKING, Asked.HOUR, Map.of(), Offer.NOTHING, Language.FRENCH, null, null);
    private static final Slots TEN = Slots.NONE.with(Timing.of(null, new HourWish.At(LocalTime.of(10, 0))));
    private static final Slots PERM = Slots.NONE.with(List.of(new ServiceId("permanente")));

    @Test
    void an_hour_that_was_asked_for_is_an_answer_even_if_it_sounds_like_a_complaint() {
        assertThat(context("10h du matin alors", Intent.COMPLAINT, 0.8, TEN, ASKED_FOR_THE_HOUR)
                        .isAnswer())
                .isTrue();
    }

    @Test
    void anger_is_anger_whatever_was_asked_for() {
        var angry = reading(Intent.COMPLAINT, 0.7).feeling(Mood.ANGRY, null, null);

        assertThat(new InContext(angry, TEN, List.of("10", "heure"), Set.of(), ASKED_FOR_THE_HOUR).isAnswer())
                .isFalse();
    }

    @Test
    void who_surely_wants_a_person_gets_one() {
        assertThat(context("appelez-moi à 10h", Intent.HUMAN, 0.95, TEN, ASKED_FOR_THE_HOUR)
                        .isAnswer())
                .isFalse();
    }

    @Test
    void a_service_and_a_wish_ask_for_a_visit_in_the_politest_words() {
        assertThat(context("coucou une permanente svp", Intent.GREETING, 0.4, PERM, NOTHING)
                        .isVisit())
                .isTrue();
        assertThat(context("merci pour la permanente", Intent.THANKS, 0.9, PERM, NOTHING)
                        .isVisit())
                .isFalse();
        assertThat(context("je voudrais savoir le prix d'une permanente", Intent.FAQ, 0.5, PERM, NOTHING)
                        .isVisit())
                .isFalse();
    }

    @Test
    void a_bare_no_stops_nothing() {
        var no = Slots.NONE.with(Agreement.NO);

        assertThat(context("no", Intent.OPT_OUT, 0.45, no, NOTHING).isBareWord())
                .isTrue();
        assertThat(context("no", Intent.OPT_OUT, 0.95, no, NOTHING).isBareWord())
                .isFalse();
    }

    @Test
    void a_name_has_no_language() {
        var turkish = reading(Intent.OTHER, 0.6).in(Language.OTHER);
        var named = Slots.NONE.with(Person.named("Isaure Delannoy"));

        assertThat(new InContext(turkish, named, List.of("isaure", "delannoy"), Set.of(), NOTHING).language())
                .isEqualTo(Language.FRENCH);
    }

    private static InContext context(String text, Intent intent, double confidence, Slots slots, Scene scene) {
        return new InContext(reading(intent, confidence), slots, French.words(text), Set.of(), scene);
    }

    private static Reading reading(Intent intent, double confidence) {
        return new Reading(intent, confidence, List.of(), Language.FRENCH, "local");
    }
}
