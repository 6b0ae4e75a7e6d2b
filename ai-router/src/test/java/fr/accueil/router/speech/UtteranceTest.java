package fr.accueil.router.speech;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.Greeted;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.understanding.Language;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UtteranceTest {

    private static final Faq OPENING_HOURS =
            new Faq(FaqId.of(new UUID(7, 1)), "Quels sont vos horaires ?", "Du mardi au samedi.", List.of());
    private static final Optional<Business> CAMELIA = Optional.of(business(true));
    private static final Optional<Business> CHEZ_LEA = Optional.of(business(false));

    @Test
    void on_first_contact_it_says_that_it_is_an_automatic_assistant_and_of_whom() {
        var said = Said.of(new Greeted(), Language.FRENCH, true);

        assertThat(Utterance.of(said, CAMELIA))
                .isEqualTo(
                        "Bonjour ! Je suis l'assistant automatique d'Institut Camélia. Comment puis-je vous aider ?");
    }

    @Test
    void what_is_said_first_is_signed_and_nothing_after_it() {
        var signing = Optional.of(new Business(
                TenantId.of(new UUID(0, 1)), "Chez Léa", true, "Léa et son équipe", FaqIndex.of(List.of())));

        assertThat(Utterance.of(Said.of(new Greeted(), Language.FRENCH, true), signing))
                .isEqualTo("Bonjour ! Je suis l'assistant automatique de Chez Léa. Comment puis-je vous aider ?"
                        + "\n\nLéa et son équipe");
        assertThat(Utterance.of(Said.of(new Greeted(), Language.FRENCH, false), signing))
                .doesNotContain("Léa");
    }

    @Test
    void the_answer_is_in_the_business_s_own_words() {
        var said = Said.of(FaqGiven.of(OPENING_HOURS), Language.FRENCH, false);

        assertThat(Utterance.of(said, CAMELIA)).isEqualTo("Du mardi au samedi.");
    }

    @ParameterizedTest
    @EnumSource(Matter.class)
    void every_matter_has_its_sentence_in_both_manners_and_languages(Matter matter) {
        var french = Said.of(new PassedOn(matter), Language.FRENCH, false);
        var english = Said.of(new PassedOn(matter), Language.ENGLISH, false);

        assertThat(Utterance.of(french, CAMELIA)).doesNotContainPattern("\\b([tT]u|[tT]on|[tT]a|[tT]e|toi)\\b");
        assertThat(Utterance.of(french, CHEZ_LEA)).doesNotContainPattern("(?<!rendez-)\\b([vV]ous|[vV]otre|vôtre)\\b");
        assertThat(Utterance.of(english, CAMELIA)).isNotBlank();
    }

    @Test
    void without_the_business_s_copy_it_names_nobody() {
        var said = Said.of(new PassedOn(Matter.DELAYED), Language.FRENCH, true);

        assertThat(Utterance.of(said, Optional.empty())).startsWith("Bonjour ! Je suis un assistant automatique.");
    }

    private static Business business(boolean formal) {
        return new Business(TenantId.of(new UUID(0, 1)), "Institut Camélia", formal, FaqIndex.of(List.of()));
    }
}
