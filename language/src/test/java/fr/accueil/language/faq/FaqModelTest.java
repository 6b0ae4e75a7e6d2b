package fr.accueil.language.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.language.faq.FaqFinding.Settled;
import fr.accueil.language.faq.FaqFinding.Unsettled;
import fr.accueil.language.faq.Trees.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// With a model small enough to be made by hand: what it shall find is what shares its topics.
class FaqModelTest {

    private static final FaqEntry PARKING = new FaqEntry("1", "Où se garer ?", "Le parking de la place est gratuit.");
    private static final FaqEntry CARD = new FaqEntry("2", "Comment payer ?", "Par carte ou en espèces.");

    private final FaqFinder finder = new FaqFinder(model());

    @Test
    void the_entry_that_shares_the_topic_is_found() {
        var shelf = finder.shelve(List.of(PARKING, CARD));

        assertThat(finder.find(shelf, "ya un parking ?"))
                .isInstanceOfSatisfying(
                        Settled.class,
                        settled -> assertThat(settled.matches())
                                .first()
                                .satisfies(match -> assertThat(match.entry()).isEqualTo(PARKING))
                                .satisfies(match -> assertThat(match.sentence()).isEqualTo(PARKING.answer())));
    }

    @Test
    void an_empty_shelf_settles_nothing() {
        assertThat(finder.find(finder.shelve(List.of()), "ya un parking ?")).isInstanceOf(Unsettled.class);
    }

    @Test
    void a_message_without_words_asks_nothing() {
        var shelf = finder.shelve(List.of(PARKING));

        assertThat(finder.find(shelf, "😀 ?!"))
                .isInstanceOfSatisfying(
                        Unsettled.class,
                        unsettled -> assertThat(unsettled.nearest()).isEmpty());
    }

    @Test
    void a_model_that_was_written_is_read_as_it_was() throws IOException {
        var read = FaqModel.read(new ByteArrayInputStream(written(model())));

        assertThat(written(read)).isEqualTo(written(model()));
    }

    @Test
    void another_file_is_refused() {
        assertThatThrownBy(() -> FaqModel.read(new ByteArrayInputStream(new byte[64])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no FAQ model");
    }

    private static byte[] written(FaqModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static FaqModel model() {
        var texts = List.of("ya un parking ?", "parking gratuit", "payer par carte ?", "la carte ?");
        var numbers = List.of(0, 0, 1, 1);
        var features = texts.stream().map(TopicFeatures::of).toList();
        var vocabulary = TopicVocabulary.of(features, 1);
        var weights = new float[vocabulary.size() * 2];
        for (int i = 0; i < texts.size(); i++) {
            for (int index : vocabulary.text(features.get(i)).indices()) {
                weights[index * 2 + numbers.get(i)] += 1;
            }
        }
        var topics = TopicModel.of(List.of("access.parking", "payment.card"), vocabulary, weights);
        var likeness = new Tree(
                new short[] {0, -1, -1}, new float[] {0.5f, -2, 2}, new short[] {1, 0, 0}, new short[] {2, 0, 0});
        return new FaqModel(topics, WordMeanings.of(texts, numbers, 2), new Trees(0, List.of(likeness)), 1, 1);
    }
}
