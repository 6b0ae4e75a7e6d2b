package fr.accueil.router.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real ONNX file through the real runtime and tokenizer.
class EmbeddingRankingTest {

    private static final Faq CARS = faq(1, "parking derrière gare");
    private static final Faq ANIMALS = faq(2, "animaux bienvenus");
    private static final Faq MONEY = faq(3, "carte espèces");
    private static final Business BUSINESS =
            new Business(TenantId.of(new UUID(1, 1)), "X", true, FaqIndex.of(List.of(CARS, ANIMALS, MONEY)));

    @TempDir
    Path folder;

    @Test
    void what_shares_a_meaning_and_not_a_word_comes_first() throws IOException {
        var ranking = EmbeddingRanking.of(encoder());

        assertThat(new WordRanking().nearest(BUSINESS, "toutou", 3))
                .as("by words alone")
                .startsWith(CARS);
        assertThat(ranking.nearest(BUSINESS, "toutou", 1)).containsExactly(ANIMALS);
        assertThat(ranking.nearest(BUSINESS, "Toutou", 3)).hasSize(3).startsWith(ANIMALS);
    }

    @Test
    void words_keep_their_say() throws IOException {
        var ranking = EmbeddingRanking.of(encoder());

        assertThat(ranking.nearest(BUSINESS, "carte", 1)).containsExactly(MONEY);
        assertThat(ranking.nearest(BUSINESS, "inconnu", 3)).containsExactlyInAnyOrder(CARS, ANIMALS, MONEY);
    }

    private EmbeddingSettings encoder() throws IOException {
        return TinyEncoder.write(
                folder,
                Map.of(
                        "parking",
                        0,
                        "gare",
                        0,
                        "garer",
                        0,
                        "animaux",
                        1,
                        "toutou",
                        1,
                        "carte",
                        2,
                        "espèces",
                        2,
                        "bienvenus",
                        1));
    }

    private static Faq faq(int number, String text) {
        return new Faq(FaqId.of(new UUID(2, number)), text, text, List.of());
    }
}
