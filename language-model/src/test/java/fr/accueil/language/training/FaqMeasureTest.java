package fr.accueil.language.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.language.faq.FaqEntry;
import fr.accueil.language.faq.FaqFinder;
import fr.accueil.language.faq.FaqFinding;
import fr.accueil.language.faq.FaqFinding.Settled;
import fr.accueil.language.faq.FaqFinding.Unsettled;
import fr.accueil.language.faq.FaqShelf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The development set: nothing is trained on it. The bounds are well away from what is reached, so that only a break
/// shows.
class FaqMeasureTest {

    private static final FaqFinder FINDER = FaqFinder.load();
    private static final FaqShelf SALON = FINDER.shelve(List.of(
            new FaqEntry("hours", "Vos horaires ?", "Du mardi au samedi de 9h à 19h. Fermé le dimanche et le lundi."),
            new FaqEntry("payment", "Comment payer ?", "Carte bancaire et espèces. Nous ne prenons pas les chèques."),
            new FaqEntry("parking", "Où se garer ?", "Le parking des Halles est à 100 mètres, payant.")));

    @Test
    void about_half_of_the_questions_are_answered_and_few_wrongly() {
        int settled = 0;
        int right = 0;
        int wrong = 0;
        int unsettled = 0;
        int falseAnswers = 0;
        for (var business : FaqBusiness.measured(Path.of("../ai-router/evaluation"))) {
            var shelf = FINDER.shelve(business.entries());
            for (var question : business.questions()) {
                var found = ids(FINDER.find(shelf, question.text()));
                if (question.settledBy().isEmpty()) {
                    unsettled++;
                    falseAnswers += found.isEmpty() ? 0 : 1;
                } else {
                    settled++;
                    right += !found.isEmpty() && question.settledBy().containsAll(found) ? 1 : 0;
                    wrong += question.settledBy().containsAll(found) ? 0 : 1;
                }
            }
        }
        assertThat((double) right / settled).as("right").isGreaterThan(0.42);
        assertThat((double) wrong / settled).as("wrong").isLessThan(0.06);
        assertThat((double) falseAnswers / unsettled).as("false").isLessThan(0.2);
    }

    @Test
    void each_of_two_questions_gets_its_entry() {
        assertThat(ids(FINDER.find(SALON, "vous prenez les chèques ? et vous êtes ouverts le dimanche ?")))
                .containsExactlyInAnyOrder("payment", "hours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vous vendez des bijoux ?",
                "vous fermez en août ?",
                "ouverts entre Noël et le jour de l'An ?",
                "le vendredi du pont c'est ouvert ?",
                "quelle est la capitale du Pérou ?"
            })
    void what_no_answer_says_is_not_answered(String question) {
        assertThat(FINDER.find(SALON, question)).isInstanceOf(Unsettled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "😀😀", "\uD83D", "\u0000", "...", "et et et", "12345"})
    void what_asks_nothing_is_not_answered(String message) {
        assertThat(FINDER.find(SALON, message)).isInstanceOf(Unsettled.class);
    }

    @Test
    void a_huge_message_is_read() {
        assertThat(FINDER.find(SALON, "où est-ce que je me gare ? ".repeat(20_000)))
                .isNotNull();
    }

    @Test
    void the_same_question_gets_the_same_answer() {
        var question = "je peux payer en carte ?";

        assertThat(FINDER.find(SALON, question)).isEqualTo(FINDER.find(SALON, question));
    }

    @Test
    void the_same_sentences_give_the_same_trees_and_topics() {
        var examples = TopicExamples.read(Path.of("training")).subList(0, 300);
        var businesses = FaqBusiness.training(Path.of("training")).subList(0, 2);

        assertThat(bytes(new FaqTraining(examples, businesses)))
                .isEqualTo(bytes(new FaqTraining(examples, businesses)));
    }

    private static byte[] bytes(FaqTraining training) {
        var out = new ByteArrayOutputStream();
        try {
            training.model().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Set<String> ids(FaqFinding finding) {
        return switch (finding) {
            case Settled settled ->
                settled.matches().stream().map(match -> match.entry().id()).collect(Collectors.toSet());
            case Unsettled _ -> Set.of();
        };
    }
}
