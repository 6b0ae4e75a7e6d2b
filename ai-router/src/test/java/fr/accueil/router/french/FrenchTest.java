package fr.accueil.router.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrenchTest {

    @Test
    void accents_elisions_and_capitals_make_no_difference() {
        assertThat(French.words("À quelle heure l’institut est-il OUVERT ?"))
                .containsExactly("a", "quelle", "heure", "institut", "est", "il", "ouvert");
    }

    @Test
    void sms_spellings_are_spelled_out() {
        assertThat(French.words("slt c koi le tel svp"))
                .containsExactly("salut", "est", "quoi", "le", "telephone", "il", "vous", "plait");
    }

    @Test
    void stretched_letters_are_one() {
        assertThat(French.words("merciiiii")).containsExactly("merci");
    }

    @Test
    void an_hour_is_a_number_and_the_word() {
        assertThat(French.words("18h30")).containsExactly("18", "heure", "30");
    }

    @Test
    void forms_of_a_word_share_a_stem() {
        assertThat(French.stems(French.words("réparations"))).isEqualTo(French.stems(French.words("réparation")));
    }

    @Test
    void the_phrases_of_the_word_lists_are_written_as_words_are_read() {
        var parts = Stream.of("topics.txt", "signs.txt")
                .flatMap(file -> WordLists.lines(file).stream())
                .flatMap(line -> Arrays.stream(line.split("\\s*:\\s*", 2)[1].split("[\\s+]+", -1)))
                .filter(part -> !part.endsWith("*"));

        assertThat(parts).allSatisfy(part -> assertThat(French.words(part)).containsExactly(part));
    }
}
