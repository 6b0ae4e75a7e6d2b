package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names in answer to the question for one.
class NamesTest {

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            c'est Maëlys Corbin | Maëlys Corbin
            Mme Vasseur | Vasseur
            M. Delorme | Delorme
            monsieur et madame Pelletier | Pelletier
            KOWALCZYK Anaïs | Anaïs Kowalczyk
            Anaïs KOWALCZYK | Anaïs Kowalczyk
            BENALI KARIM | Karim Benali
            lison tardieu | Lison Tardieu
            Lison | Lison
            tardieu | Tardieu
            my name is Oliver Pemberton | Oliver Pemberton
            I'm Sarah Whitlock | Sarah Whitlock
            au nom de Le Guen | Le Guen
            au nom de la famille Bastide | Bastide
            mettez-le au nom de Sylvie Aubert stp | Sylvie Aubert
            Jean-Michel d'Arcourt | Jean-Michel d'Arcourt
            Karim El Idrissi | Karim El Idrissi
            Femke Van der Meer | Femke Van der Meer
            de Villepreux Agnès | Agnès de Villepreux
            Amadou N'Diaye | Amadou N'Diaye
            je m'appelle thomas lemaire | Thomas Lemaire
            jm'appelle théo | Théo
            moi c'est Inès | Inès
            c'est pour mon mari Gérard Pons | Gérard Pons
            le rdv est pour ma mère, Odette Marchal | Odette Marchal
            nom : Garnier, prénom : Louise | Louise Garnier
            Louise, Louise Garnier | Louise Garnier
            Prénom Paul nom Henry | Paul Henry
            Bonjour ! Camille Rousset. Merci | Camille Rousset
            oui bien sûr, Nadia Haddad | Nadia Haddad
            Julie Martin, pardon Julie Marin | Julie Marin
            Rousseau avec deux s | Rousseau
            Théo Blanc 06 39 98 12 34 | Théo Blanc
            Bonjour, ici Mathilde de Saint-Aubin | Mathilde de Saint-Aubin
            Dr Ferrand | Ferrand
            Zoé 😊 | Zoé
            Yasmine B. | Yasmine B
            mon nom c'est Olivier Petitjean | Olivier Petitjean
            vous avez déjà mon nom | -
            oui | -
            je sais pas | -
            pourquoi faire ? | -
            vous êtes qui ? | -
            c'est obligatoire ? | -
            un brushing | -
            coupe homme | -
            demain 14h | -
            je préfère pas le dire | -
            c'est combien un balayage | -
            mon nom ? | -
            bonjour | -
            ok merci | -
            comme d'habitude | -
            c'est moi | -
            laissez tomber | -
            le même que la dernière fois | -
            """)
    void a_name_is_read(String said, @Nullable String meant) {
        assertThat(extractor.name(said).asOptional().map(Object::toString).orElse(null))
                .isEqualTo(meant);
    }
}
