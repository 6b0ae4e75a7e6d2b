package fr.accueil.router.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.FaqId;
import fr.accueil.router.knowledge.Faq;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Good rewordings are said, or the check would be worth nothing.
class CheckWordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oui, nous sommes ouverts le samedi de 9 h à 17 h.     | Du mardi au vendredi de 9h30 à 19h, le samedi ouvert de 9h à 17h.
            Une manucure coûte 28 €.                              | La manucure est à 28 €, avec vernis semi-permanent 38 €. Une manucure coûte cela.
            Vous pouvez vous garer au parking derrière la gare.   | Un parking gratuit se trouve derrière la gare : vous pouvez y garer.
            Nous ne prenons pas les chèques.                      | Pas de chèques, nous prenons la carte.
            Oui, la carte est acceptée, mais pas les chèques.     | Carte acceptée, pas de chèques.
            """)
    void a_faithful_wording_is_said(String wording, String answer) {
        assertThat(CheckWording.checked(wording, List.of(source(answer)))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oui, nous prenons les chèques.                    | Nous ne prenons pas les chèques.
            Nous ne prenons pas la carte.                     | Nous prenons la carte.
            Oui, les animaux sont les bienvenus.              | La manucure est à 28 €.
            Nous sommes ouverts le lundi.                     | Ouverts du mardi au samedi.
            """)
    void an_unfaithful_one_is_not(String wording, String answer) {
        assertThat(CheckWording.checked(wording, List.of(source(answer)))).isEmpty();
    }

    @Test
    void nothing_is_said_without_a_source_nor_without_words_nor_at_length() {
        assertThat(CheckWording.checked("La manucure est à 28 €.", List.of())).isEmpty();
        assertThat(CheckWording.checked("  ", List.of(source("La manucure est à 28 €."))))
                .isEmpty();
        assertThat(CheckWording.checked("manucure ".repeat(200), List.of(source("manucure"))))
                .isEmpty();
    }

    private static Source source(String answer) {
        return new Source.OfFaq("F1", new Faq(FaqId.of(new UUID(1, 1)), "?", answer, List.of()));
    }
}
