package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a need was described.
class NeedsTest {

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            refaire l'électricité d'une maison de 1960 | refaire l'électricité d'une maison de 1960
            une fuite sous l'évier | une fuite sous l'évier
            un devis | -
            bonjour | -
            bonjour, je voudrais un devis svp | -
            je sais pas | -
            je ne sais pas encore trop | -
            pourquoi cette question ? | -
            c'est quoi une prestation ? | -
            oui | -
            comme d'hab | -
            peindre 3 chambres | peindre 3 chambres
            peinture | peinture
            EVJF pour 8 filles avec manucure | EVJF pour 8 filles avec manucure
            vous faites quoi exactement ? | -
            je préfère en parler par téléphone | -
            rien de spécial | -
            """)
    void a_need_is_kept(String said, @Nullable String meant) {
        assertThat(extractor.need(said).asOptional().map(Object::toString).orElse(null))
                .isEqualTo(meant);
    }
}
