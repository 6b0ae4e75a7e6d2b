package fr.accueil.language.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

    private static final Vocabulary EVERYTHING = Vocabulary.of(
            List.of(
                    Features.of("Bonjour, je voudrais un rendez-vous demain pour une coupe"),
                    Features.of("bonjour c'est combien un rendez vous"),
                    Features.of("la chaudière fuit, venez vite"),
                    Features.of("merci beaucoup pour votre travail")),
            1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bonjour, c'est combien ?     | BONJOUR C’EST COMBIEN ?
                    la chaudière fuit            | la chaudiere fuit
                    je voudrais un rdv demain    | jvoudrais un rdv 2m1
                    merci beaucoup               | mrc bcp
                    bonjour c'est combien        | bjr c cb
                    merci                        | merciiiii
                    """)
    void the_same_thing_written_otherwise_is_alike(String proper, String otherwise) {
        assertThat(likeness(proper, otherwise)).isGreaterThan(0.6);
    }

    @Test
    void a_misspelt_word_is_still_known() {
        assertThat(likeness("la chaudiere fuit", "la chodiere fuit")).isGreaterThan(0.6);
    }

    @Test
    void other_things_are_not_alike() {
        assertThat(likeness("la chaudière fuit, venez vite", "merci beaucoup pour votre travail"))
                .isLessThan(0.1);
    }

    @Test
    void the_keys_of_a_text_are_ascending_and_each_stands_once() {
        var features = Features.of("rdv rdv rdv demain demain ? ?");

        for (int i = 1; i < features.size(); i++) {
            assertThat(features.key(i)).isGreaterThan(features.key(i - 1));
        }
        assertThat(features.size()).isPositive();
    }

    @Test
    void each_kind_of_feature_has_length_one() {
        var vector = EVERYTHING.vector("Bonjour, je voudrais un rendez-vous demain pour une coupe");

        assertThat(vector.dot(vector)).isBetween(2.99, 3.01);
    }

    private static double likeness(String one, String other) {
        return EVERYTHING.vector(one).cosine(EVERYTHING.vector(other));
    }
}
