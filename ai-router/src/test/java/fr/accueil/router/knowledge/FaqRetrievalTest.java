package fr.accueil.router.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.language.faq.Caution;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A wrong answer is worse than a hand-over: measured on questions put to a plumber and to a hairdresser.
class FaqRetrievalTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/questions");

    @ParameterizedTest
    @ValueSource(strings = {"plumber", "hair"})
    void it_answers_most_questions_and_none_of_them_wrong(String business) throws IOException {
        var measured = measured(business, Caution.USUAL);

        assertThat(measured.right()).isGreaterThanOrEqualTo(measured.answerable() * 7 / 10);
        assertThat(measured.wrong()).isZero();
        assertThat(measured.falsely()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumber", "hair"})
    void the_bolder_the_more_is_answered(String business) throws IOException {
        var careful = measured(business, Caution.CAREFUL);
        var usual = measured(business, Caution.USUAL);
        var bold = measured(business, Caution.BOLD);

        assertThat(careful.missed()).isGreaterThan(usual.missed());
        assertThat(usual.missed()).isGreaterThan(bold.missed());
        assertThat(careful.wrong() + careful.falsely()).isLessThanOrEqualTo(usual.wrong() + usual.falsely());
    }

    private static FaqMeasure measured(String business, Caution caution) throws IOException {
        return FaqMeasure.of(
                QUESTIONS.resolve("faqs_" + business + ".jsonl"),
                QUESTIONS.resolve("queries_" + business + ".jsonl"),
                caution,
                false);
    }
}
