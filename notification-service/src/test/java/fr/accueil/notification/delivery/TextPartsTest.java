package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.TextParts.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextPartsTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String[] PIECES = {"a", "é", "e\u0301", " ", "\n", "\r\n", "👍", "👍🏽", "🇫🇷", FAMILY, "mot "
    };

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
    void a_word_is_cut_rather_than_sending_one_message_more() {
        var text = "x".repeat(10) + " " + "y".repeat(2 * LIMIT - 11);

        assertThat(TextParts.of(text)).hasSize(2);
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

    @RepeatedTest(100)
    void any_text_comes_back_whole_in_few_parts_cut_between_characters(RepetitionInfo repetition) {
        var text = randomText(new Random(repetition.getCurrentRepetition()));

        var parts = TextParts.of(text);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).allSatisfy(it -> assertThat(it.length()).isBetween(1, LIMIT));
        assertThat(parts.size()).isLessThanOrEqualTo(text.length() / (LIMIT - FAMILY.length()) + 1);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var at = 0;
        for (var part : parts) {
            assertThat(characters.isBoundary(at)).isTrue();
            at += part.length();
        }
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        var length = 1 + random.nextInt(6000);
        while (text.length() < length) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
