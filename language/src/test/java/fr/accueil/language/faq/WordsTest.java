package fr.accueil.language.faq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void sms_spellings_are_written_out() {
        assertThat(Words.of("cc c kombien pr 1 Coupe ???")).contains("combien", "pour", "1", "coupe");
    }

    @Test
    void inflections_have_one_stem() {
        assertThat(Words.stem("coupez")).isEqualTo(Words.stem("coupes")).isEqualTo(Words.stem("coupe"));
        assertThat(Words.stem("annulation")).isEqualTo(Words.stem("annuler"));
    }

    @Test
    void lone_surrogates_and_huge_messages_are_read() {
        assertThat(Words.of("\uD83D prix \uDE00")).contains("prix");
        assertThat(Words.of("prix ".repeat(100_000)).size()).isLessThan(2_000);
        assertThat(Words.of("")).isEmpty();
    }

    @Test
    void numbers_in_words_are_numbers() {
        assertThat(Words.number("trois")).contains("3");
        assertThat(Words.number("3")).contains("3");
        assertThat(Words.number("coupe")).isEmpty();
    }
}
