package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// E-mail addresses, written and spoken.
class EmailsTest {

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            marie.durand@example.com | marie.durand@example.com
            marie.durand@example.com. | marie.durand@example.com
            mailto:marie@example.com | marie@example.com
            marie @ example.com | marie@example.com
            marie@ example.com | marie@example.com
            c'est marie.d@example.com merci | marie.d@example.com
            marie arobase example point fr | marie@example.fr
            marie point durand arobase orange point fr | marie.durand@orange.fr
            marie tiret durand arobase example point com | marie-durand@example.com
            marie_durand@example.com ou marie@example.fr | marie_durand@example.com
            marie(at)example.com | marie@example.com
            hélène@example.com | helene@example.com
            mon mail : p.roy+rdv@example.com, mon tel 0639981234 | p.roy+rdv@example.com
            (luc@example.fr) | luc@example.fr
            luc@gmail,com | luc@gmail.com
            luc @ gmail com | luc@gmail.com
            pas luc@example.fr mais lucas@example.fr | lucas@example.fr
            luc@example.fr non pardon lucie@example.fr | lucie@example.fr
            luc@@example.com | -
            luc@example@com.fr | -
            luc@example | -
            luc.example.com | -
            @luc | -
            j'en ai pas | -
            pourquoi ? | -
            """)
    void an_address_is_read(String said, @Nullable String meant) {
        assertThat(extractor.email(said).asOptional().map(Object::toString).orElse(null))
                .isEqualTo(meant);
    }
}
