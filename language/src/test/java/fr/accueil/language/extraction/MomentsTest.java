package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Day and hour in one message.
class MomentsTest {

    private static final ZonedDateTime TUESDAY = ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]");

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            demain à 14h | 2026-03-11T14:00
            14h demain | 2026-03-11T14:00
            jeudi 12 à 9h30 | 2026-03-12T09:30
            jeudi 15 h | 2026-03-12T15:00
            sam mat | 2026-03-14Tmorning
            dem1 aprem | 2026-03-11Tafternoon
            lundi entre 9h et 11h | 2026-03-16T09:00/11:00
            entre 14 et 16h jeudi | 2026-03-12T14:00/16:00
            vendredi après 17h | 2026-03-13T17:00/
            mardi prochain en fin de journée | 2026-03-17Tevening
            le 3 avril vers 10 h | 2026-04-03T10:00
            12/03 14h30 | 2026-03-12T14:30
            12/03 à 14.30 | 2026-03-12T14:30
            demain 9h… ah non 10h | 2026-03-11T10:00
            mercredi 14h, non jeudi 14h plutôt | 2026-03-12T14:00
            pas jeudi 14h, vendredi 15h | 2026-03-13T15:00
            slt c possible jeudi aprem pr des ongles ? | 2026-03-12Tafternoon
            ce soir à partir de 18h | 2026-03-10T18:00/
            ce soir vers 8h | 2026-03-10T20:00
            tomorrow at 3pm | 2026-03-11T15:00
            next friday morning | 2026-03-13Tmorning
            mañana por la mañana | 2026-03-11Tmorning
            viernes a las 17h | 2026-03-13T17:00
            mardi en quinze à dix heures et demie | 2026-03-31T10:30
            la semaine prochaine le matin | 2026-03-16/2026-03-22Tmorning
            après-demain midi | 2026-03-12T12:00
            le 20 mars, n'importe quelle heure | 2026-03-20
            le 12 à midi et demi | 2026-03-12T12:30
            samedi 14 mars 2026 à 11h00 | 2026-03-14T11:00
            Bonjour, auriez-vous un créneau vendredi 13 vers 16 h 30 pour mes deux enfants de 6 et 8 ans ? | 2026-03-13T16:30
            je suis dispo jeudi toute la journée | 2026-03-12
            jeudi je bosse jusqu'à 17h donc plutôt vendredi matin | 2026-03-13Tmorning
            vendredi 10h ou lundi 14h | 2026-03-13T10:00
            lundi, vers 9h je dépose ma fille, donc 9h30 | 2026-03-16T09:30
            dans 3 jours à 18h | 2026-03-13T18:00
            tonight | 2026-03-10Tevening
            la veille de l'Ascension à 10h | 2026-05-13T10:00
            je vous appelle plus tard | -
            """)
    void a_moment_is_read(String said, @Nullable String meant) {
        assertThat(extractor
                        .moment(said, TUESDAY)
                        .asOptional()
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(meant);
    }
}
