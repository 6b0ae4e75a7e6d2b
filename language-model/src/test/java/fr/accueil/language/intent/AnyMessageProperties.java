package fr.accueil.language.intent;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/// Whatever a customer sends is read without a fault.
class AnyMessageProperties {

    private static final IntentReader READER = IntentReader.load();

    @Property(tries = 500)
    void any_characters_are_read(@ForAll @StringLength(max = 300) String text) {
        assertIsRead(text);
    }

    @Example
    void nothing_is_read_as_nothing() {
        assertThat(READER.read("").intent()).isEqualTo(Intent.OTHER);
        assertThat(READER.read(" \n\t ").intent()).isEqualTo(Intent.OTHER);
    }

    @Example
    void what_breaks_other_readers_is_read() {
        assertIsRead("\ud83d");
        assertIsRead("\udc4d\ud83d rdv \ud83d");
        assertIsRead("\u202eannulez\u202c \u200f\u200f");
        assertIsRead("\u0000\uffff\ufffe");
        assertIsRead("Z̴̢͔̠̏͂a̸͚͌l̵̰̈́g̷̙̈́o̸ rdv");
        assertIsRead("a".repeat(100_000));
        assertIsRead("?".repeat(100_000));
        assertIsRead("👨‍👩‍👧‍👦".repeat(10_000));
        assertIsRead("06 39 98 12 34 ".repeat(7_000));
        assertIsRead("a.".repeat(50_000) + "@" + "a.".repeat(50_000));
        assertIsRead("\n".repeat(100_000) + "rdv");
    }

    private static void assertIsRead(String text) {
        var reading = READER.read(text);

        assertThat(reading.confidence()).isBetween(0f, 1f);
        assertThat(reading.probabilities()).hasSize(Intent.values().length);
        assertThat(reading.language().frenchName()).isNotBlank();
    }
}
