package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.TextParts.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextPartsTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    /// A character as a person sees it, by the regular expressions' own reading of the same rules of Unicode.
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    @Test
    void a_short_text_stays_whole() {
        assertThat(TextParts.of("Bonjour")).containsExactly("Bonjour");
        assertThat(TextParts.of("a".repeat(LIMIT))).hasSize(1);
        assertThat(TextParts.of("")).containsExactly("");
    }

    @Test
    void a_long_text_is_cut_between_words() {
        var text = "Voici un mot ".repeat(200);

        assertThat(TextParts.of(text)).hasSize(2).first().asString().endsWith(" ");
    }

    @Test
    void a_long_text_is_rather_cut_between_sentences() {
        var text = "Voici une phrase. ".repeat(60) + "et puis des mots ".repeat(60);

        assertThat(TextParts.of(text)).hasSize(2).first().asString().endsWith("phrase. ");
    }

    @Test
    void a_word_is_cut_rather_than_sending_one_message_more() {
        var text = "x".repeat(10) + " " + "y".repeat(2 * LIMIT - 11);

        assertThat(TextParts.of(text)).hasSize(2);
    }

    @Test
    void a_cut_that_must_be_hard_leaves_the_others_between_words() {
        var text = "x".repeat(10) + " " + "y".repeat(2 * LIMIT - 11) + " mot".repeat(300);

        assertThat(TextParts.of(text)).hasSize(3);
    }

    @Test
    void a_family_is_never_torn_apart() {
        var text = "a".repeat(LIMIT - 3) + FAMILY + "b";

        assertThat(TextParts.of(text)).containsExactly("a".repeat(LIMIT - 3), FAMILY + "b");
    }

    @Test
    void a_character_longer_than_a_message_is_cut_without_breaking_a_surrogate_pair() {
        var endless = "a" + "\uD834\uDD65".repeat(LIMIT);

        assertThat(TextParts.of(endless)).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(LIMIT);
            assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
        });
        assertThat(String.join("", TextParts.of(endless))).isEqualTo(endless);
    }

    @Property(tries = 200)
    void the_parts_together_are_the_text(@ForAll("texts") String text) {
        assertThat(String.join("", TextParts.of(text))).isEqualTo(text);
    }

    @Property(tries = 200)
    void each_part_fits_into_a_message_and_holds_something(@ForAll("texts") String text) {
        assertThat(TextParts.of(text))
                .allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(LIMIT))
                .hasSize(1
                        + (int) TextParts.of(text).stream()
                                .skip(1)
                                .filter(it -> !it.isEmpty())
                                .count());
    }

    @Property(tries = 200)
    void no_character_is_torn_apart(@ForAll("texts") String text) {
        var apart = TextParts.of(text).stream()
                .flatMap(it -> characters(it).stream())
                .toList();

        assertThat(apart).isEqualTo(characters(text));
    }

    @Property(tries = 200)
    void there_are_as_few_parts_as_can_be(@ForAll("texts") String text) {
        var fewest = 1;
        var used = 0;
        for (var character : characters(text)) {
            if (used + character.length() > LIMIT) {
                fewest++;
                used = 0;
            }
            used += character.length();
        }

        assertThat(TextParts.of(text)).hasSize(fewest);
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "a",
                "é",
                "e\u0301\u0323",
                " ",
                "\n",
                "\r\n",
                ". ",
                "mot ",
                "👍",
                "👍🏽",
                "🇫🇷",
                "1️⃣",
                "क्षि",
                "각",
                FAMILY,
                "x".repeat(97),
                "Une phrase entière, avec ce qu'il faut. ");
        return pieces.list().ofMaxSize(400).map(it -> String.join("", it));
    }

    private static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(it -> it.group()).toList();
    }
}
