package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Yes, no, or neither.
class AgreementTest {

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            oui | yes
            ouiii | yes
            OUI !! | yes
            ouais c'est bon | yes
            ok | yes
            okk | yes
            ça roule | yes
            d'acc | yes
            c'est exactement ça | yes
            y a pas de problème | yes
            pas de soucis | yes
            aucun problème | yes
            pourquoi pas | yes
            👍 | yes
            👍🏽 | yes
            ✅ | yes
            oui merci beaucoup | yes
            je confirme | yes
            c'est tout bon pour moi | yes
            parfait à vendredi | yes
            va pour 10h | yes
            on fait comme ça | yes
            impec merci | yes
            yes please | yes
            sounds good | yes
            sí | yes
            oui je serai là | yes
            nickel | yes
            volontiers | yes
            oui tout est juste, vous pouvez y aller | yes
            ça m'ira très bien | yes
            non | no
            nooon | no
            non pas du tout | no
            pas pour l'instant | no
            pas maintenant merci | no
            non merci ça ira | no
            c'est pas ça | no
            ça ne me convient pas | no
            finalement non | no
            je préfère annuler | no
            c'est pas le bon jour | no
            vous vous êtes trompé de date | no
            hors de question | no
            no thanks | no
            👎 | no
            euh non, c'était jeudi | no
            plus la peine | no
            je me suis trompée | no
            mouais | -
            peut-être | -
            je sais pas trop | -
            attendez deux minutes | -
            faut que je demande à ma femme | -
            on verra | -
            bof | -
            ça dépend | -
            à quelle heure déjà ? | -
            c'est combien ? | -
            🤔 | -
            oui et non | -
            je vous redis ça demain | -
            bonjour | -
            """)
    void an_agreement_is_read(String said, @Nullable String meant) {
        assertThat(extractor.agreement(said).asOptional().map(Object::toString).orElse(null))
                .isEqualTo(meant);
    }
}
