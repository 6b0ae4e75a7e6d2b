package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Telephone numbers in any writing.
class PhonesTest {

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            06 39 98 12 34 | +33639981234
            06.39.98.12.34 | +33639981234
            06-39-98-12-34 | +33639981234
            0639981234 | +33639981234
            06 399 812 34 | +33639981234
            +33 6 39 98 12 34 | +33639981234
            +33639981234 | +33639981234
            +33 (0) 6 39 98 12 34 | +33639981234
            0033 6 39 98 12 34 | +33639981234
            33 6 39 98 12 34 | +33639981234
            O6 39 98 12 34 | +33639981234
            6 39 98 12 34 | +33639981234
            zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre | +33639981234
            zero six, trente neuf, quatre vingt dix huit, zero deux, zero quatre | +33639980204
            01 99 00 12 34 ou le 06 39 98 12 34 | +33199001234
            pas le 01 99 00 12 34, plutôt le 06 39 98 12 34 | +33639981234
            0692 12 34 56 | +262692123456
            0690 12 34 56 | +590690123456
            +32 470 12 34 56 | +32470123456
            +41 79 123 45 67 | +41791234567
            +44 7400 123456 | +447400123456
            appelez-moi au 06 39 98 12 34 après 18h | +33639981234
            06 39 98 12 | -
            06 39 98 12 34 56 | -
            12/03/2026 | -
            c'est celui-ci | -
            45 euros | -
            """)
    void a_number_is_read(String said, @Nullable String meant) {
        assertThat(extractor.phone(said).asOptional().map(Object::toString).orElse(null))
                .isEqualTo(meant);
    }
}
